import { discard } from "./discard.js";
import type { BodyTaker } from "./operation.js";

/** Bytes of an undocumented body that are kept readable. */
const kept = 2 ** 24;

/**
 * A success without documented content. The body is read to its end, because a server may still be
 * working while it sends; up to 16 MiB stay readable on the response.
 */
export const nothing: BodyTaker = {
  take: async (response) => {
    if (response.bodyUsed) return;
    const copy = response.clone();
    // A `fetch` of another library may give a stream of Node, which has no reader.
    const reader = copy.body?.getReader?.();
    if (reader === undefined) await copy.arrayBuffer();
    for (let size = 0; ; ) {
      const chunk = await reader?.read();
      if (chunk?.value === undefined) return;
      size += chunk.value.byteLength;
      if (size > kept) discard(response);
    }
  },
};
