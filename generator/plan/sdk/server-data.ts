import type { Server } from "../../model/api.js";
import type { ServerView } from "./views.js";

/** Whether a server is reached without being told more: its URL is whole. */
export function isPlain({ url }: Server): boolean {
  return /^https?:\/\/[^{}]*$/i.test(url);
}

/** What the runtime is told of servers that the client's options say more of. */
export function serverViews(servers: readonly Server[]): ServerView[] {
  return servers.map((server) => {
    // What is said of the others goes without saying: the caller gives them.
    const variables = server.variables.flatMap(({ name, default: usual, values }) =>
      usual === null ? [] : [{ name, default: JSON.stringify(usual), values }],
    );
    const { name, url } = server;
    return { name, url, hasVariables: variables.length > 0, variables };
  });
}
