import { memoizePair } from "../../memoize.js";
import type { Api, Resource } from "../../model/api/api.js";
import type { Operation, RetryPolicy } from "../../model/api/operation.js";
import type { ItemStream } from "../../model/api/payload.js";
import type { Schema } from "../../model/api/schema.js";
import type { Server } from "../../model/api/server.js";
import { schemaFinder } from "../../model/schema/find-schema.js";
import { type Arguments, argumentsFrom } from "./arguments.js";
import { type Failure, failuresFrom } from "./failures.js";
import {
  type RequestVariant,
  type ResultVariant,
  requestVariantsFrom,
  resultVariantsFrom,
} from "./media-types.js";
import { type Payload, type Result, resultsFrom } from "./payload.js";
import { type Alternatives, alternativesFrom } from "./security.js";
import { type Streaming, streamingFrom } from "./streaming.js";
import { type Walk, walkFrom } from "./walk.js";

/** How an operation is called and what a call returns. Code, pages, samples and reports read it. */
export interface Call {
  readonly operation: Operation;
  readonly arguments: Arguments;
  readonly results: readonly Result[];
  /** The choices of the option `contentType`, the default first; empty if there is no choice. */
  readonly requestVariants: readonly RequestVariant[];
  /** The choices of the option `accept`, the default first; empty if there is no choice. */
  readonly resultVariants: readonly ResultVariant[];
  /** Whether the result needs its own type: it isn't a model, bytes, or nothing. */
  readonly hasOwnResult: boolean;
  /** Whether a result is bytes, whose form the option `as` selects. */
  readonly hasBytes: boolean;
  /** How a field of the request selects a stream; `null` if none does. */
  readonly streaming: Streaming | null;
  /** The first stream among all results. */
  readonly stream: ItemStream | null;
  readonly failures: readonly Failure[];
  /** `null` if the operation isn't paged. */
  readonly walk: Walk | null;
  /** Whether the items of a paged list need their own type. */
  readonly hasOwnItem: boolean;
  readonly security: Alternatives;
  /** The operation's own server; `null` if the client's applies. */
  readonly server: Server | null;
  readonly options: CallOptions;
}

/** The operation's own defaults for the options of a call; `null` if the client's apply. */
interface CallOptions {
  /** The header for the option `idempotencyKey`. */
  readonly idempotencyHeader: string | null;
  readonly retries: RetryPolicy | null;
  /** Milliseconds; 0 means no limit. */
  readonly timeoutMs: number | null;
}

/** The call of an operation. Memoized, because every output uses it. */
export const callFrom = memoizePair(
  (operation: Operation, api: Pick<Api, "schemas" | "security">): Call => {
    const find = schemaFinder(api.schemas);
    const results = resultsFrom(operation);
    const payloads = results.map(({ payload }) => payload);
    const given = argumentsFrom(operation, find);
    const streaming = streamingFrom(operation, given, find);
    const resultVariants = resultVariantsFrom(operation.success, streaming !== null);
    const all = [
      ...results,
      ...(streaming?.results ?? []),
      ...resultVariants.flatMap((each) => each.results),
    ];
    const { idempotencyHeader, retries, timeoutMs } = operation;
    // An operation that can return a stream instead isn't paged.
    const walk = streaming ? null : walkFrom(operation, given);
    return {
      operation,
      arguments: given,
      results,
      requestVariants: requestVariantsFrom(operation, find),
      resultVariants,
      hasOwnResult:
        !hasBytes(results) && !payloads.every((payload) => isNamed(payload, payloads.length)),
      hasBytes: hasBytes(all),
      streaming,
      stream: streamIn(all),
      failures: failuresFrom(operation, find),
      walk,
      hasOwnItem: walk !== null && !hasShortType(walk.paging.itemSchema),
      security: alternativesFrom(operation.security, api),
      server: operation.servers[0] ?? null,
      options: { idempotencyHeader, retries, timeoutMs },
    };
  },
);

function hasBytes(results: readonly Result[]): boolean {
  return results.some(({ payload }) => payload.kind === "bytes");
}

function streamIn(results: readonly Result[]): ItemStream | null {
  for (const { payload } of results) if (payload.kind === "stream") return payload.stream;
  return null;
}

/** Whether the type of a schema is a model. */
function isModel({ kind, nullable }: Schema): boolean {
  return kind === "named" && !nullable;
}

/** Whether the items of a stream need their own type. */
export function hasOwnStreamItem({ item, isOpen }: ItemStream): boolean {
  return isOpen || item.nullable || !hasShortType(item);
}

/** Whether the type of a schema is a single word: a name or a scalar. */
function hasShortType({ kind }: Schema): boolean {
  return kind === "named" || kind === "scalar" || kind === "unknown";
}

/** Whether a payload has a name already, or needs none. */
function isNamed(payload: Payload, count: number): boolean {
  if (payload.kind === "nothing") return true;
  if (count > 1) return false;
  return payload.kind === "stream" || (payload.kind === "value" && isModel(payload.schema));
}

/** The operation that a deprecated one names as its replacement, and the resource that it is on. */
export function replacementFor(
  { replacement }: Operation,
  { resources }: Pick<Api, "resources">,
): { readonly operation: Operation; readonly resource: Resource } | null {
  if (replacement === null) return null;
  for (const resource of resources) {
    const operation = resource.operations.find(({ id }) => id === replacement);
    if (operation) return { operation, resource };
  }
  return null;
}
