import { errorAt, type Problem } from "../../problem.js";
import { isObject, type Json, pointerTo } from "../document/document.js";

/** What is wrong with the servers of a document, a path or an operation; without any, nothing is. */
export function serverProblems(servers: Json | undefined, pointer: string): Problem[] {
  if (servers === undefined) return [];
  if (!Array.isArray(servers)) {
    return [errorAt(pointer, "`servers` is not a list: write a list of objects with a `url`")];
  }
  return servers.flatMap((server, index) => {
    const fault = serverFault(server);
    return fault === null ? [] : [errorAt(pointerTo(pointer, index), fault)];
  });
}

function serverFault(server: Json): string | null {
  if (!isObject(server)) return "an entry of `servers` is not an object: write it as `url: …`";
  const { url } = server;
  if (url === undefined) return "an entry of `servers` has no `url`: add it";
  return typeof url === "string"
    ? null
    : "the `url` of an entry of `servers` is not text: quote it";
}
