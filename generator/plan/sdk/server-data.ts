import type { Server } from "../../model/api.js";
import type { ServerView } from "./views.js";

/** Whether a server's URL is complete, so that it needs no client options. */
export function isPlain({ url }: Server): boolean {
  return /^https?:\/\/[^{}]*$/i.test(url);
}

/** The data for the runtime of servers that client options complete. */
export function serverViews(servers: readonly Server[]): ServerView[] {
  return servers.map((server) => {
    // Variables without a default are left out: the caller must set them.
    const variables = server.variables.flatMap(({ name, default: usual, values }) =>
      usual === null ? [] : [{ name, default: JSON.stringify(usual), values }],
    );
    const { name, url } = server;
    return { name, url, hasVariables: variables.length > 0, variables };
  });
}
