import type { ItemStream } from "../../model/api/payload.js";
import { type Type, unionOf } from "./type.js";
import type { Types } from "./types.js";

/** The type of an item of a stream. */
export function streamItemType({ item, isOpen }: ItemStream, types: Types): Type {
  const documented = types.typeOf(item);
  return isOpen ? unionOf([documented, { kind: "unknownEvent" }]) : documented;
}

/** The type of a stream in a response. */
export function streamType(items: Type): Type {
  return { kind: "stream", items, isSent: false };
}
