import { type Observer, observer } from "./client-core.js";
import {
  type Answer,
  dropping,
  type FailureAnswer,
  failing,
  failingWith,
  hanging,
  type RawAnswer,
  replying,
  type Sent,
  sending,
  streaming,
} from "./double-answers.js";
import { isBelow, isRequestOf, sentFrom, targetOf } from "./double-fetch.js";
import { type Scripted, type Scripts, scriptsFor } from "./double-scripts.js";
import { InvalidRequestError } from "./errors.js";
import type { Fetch } from "./fetch.js";
import type { Operation } from "./operation.js";
import { type OperationFunction, operationOf } from "./operation-of.js";
import type {
  BodyOf,
  ErrorOf,
  ItemOf,
  PageItemOf,
  RequestOf,
  StatusOf,
  ValueOf,
} from "./operation-types.js";
import { type VirtualClock, virtualClock } from "./virtual-clock.js";

/**
 * A stand-in for the API in tests, without network or server. It replaces `fetch` and the clock, so
 * that retries, time limits, decoding and errors are those of the real runtime.
 */
export interface Double {
  /** Pass these to the client: `new Client({ ...api.options })`. */
  readonly options: ClientDouble;
  /** The clock of the client. `await api.clock.run()` finishes retries and time limits. */
  readonly clock: VirtualClock;
  /** Scripts how an operation answers. Scripts run in order, and the last one repeats. */
  on<Call extends OperationFunction>(
    callOperation: Call,
  ): Script<ValueOf<Call>, ErrorOf<Call>, PageItemOf<Call>>;
  /** Scripts how another URL and every URL below it answers, such as a token endpoint. */
  onURL(url: string | URL): AnyScript;
  /** The calls of an operation, in the order they were first sent. */
  calls<Call extends OperationFunction>(callOperation: Call): readonly SeenCall<RequestOf<Call>>[];
  /** @throws {Error} if a script was used fewer times than it specifies. */
  done(): void;
}

/** The options of a client that uses a double. */
export interface ClientDouble {
  readonly fetch: Fetch;
  readonly clock: VirtualClock;
  readonly [observer]: Observer;
  readonly [canAnswer]: (url: string, operation: Operation | undefined) => boolean;
}

/** Whether a double has an answer to a request of an operation, or to one of another URL. */
export const canAnswer: unique symbol = Symbol("canAnswer");

/** How an operation answers. */
export interface Script<Value, Failure, PageItem> extends AnyScript {
  /** Succeeds with a value. */
  replies(value: Value): Scripted;
  /** Succeeds with these pages of a list, one for each position. */
  pages(pages: readonly (readonly PageItem[])[]): Scripted;
  /** Succeeds with a stream of items. `then: "drop"` breaks the connection after the last one. */
  streams(items: readonly ItemOf<Value>[], options?: { readonly then?: "drop" }): Scripted;
  /** Fails with a documented status and its payload. */
  fails<Status extends StatusOf<Failure>>(status: Status, body: BodyOf<Failure, Status>): Scripted;
}

/** What any URL can answer. */
export interface AnyScript {
  /** Fails with any status, documented or not. */
  failsWith(status: number, answer?: FailureAnswer): Scripted;
  /** Breaks the connection before the headers or in the middle of the body. */
  drops(when: "before-headers" | "mid-body"): Scripted;
  /** Never answers. The call ends at its time limit or when it is aborted. */
  hangs(): Scripted;
  /** Sends a string unchanged, even if the document doesn't allow it. */
  sends(text: string, answer?: RawAnswer): Scripted;
}

/** A call that reached the double. Method, URL, headers and body are those of the last attempt. */
export interface SeenCall<Request = unknown> extends Sent {
  /** The argument of the call. */
  readonly request: Request;
  /** How often the call was sent. */
  readonly attempts: number;
}

/** Options of a double. */
export interface DoubleOptions {
  /**
   * How to answer a call without a script: with an error, or with the example of the document, else
   * a value that fits its schema. Default `"errors"`.
   */
  readonly answers?: "errors" | "examples" | undefined;
}

/** Answers with the pages of an operation's list; `undefined` if it has none. */
export type PageAnswers = (
  operationId: string,
  pages: readonly (readonly unknown[])[],
  example: unknown,
) => Answer | undefined;

/**
 * @param examples the values of a double that answers with examples, by operation id.
 * @param pageAnswers for an API with lists that arrive page by page.
 */
export function doubleOf(
  examples: Readonly<Record<string, unknown>>,
  { answers = "errors" }: DoubleOptions = {},
  pageAnswers?: PageAnswers,
): Double {
  const clock = virtualClock();
  const byOperation = new Map<string, Scripts>();
  const byURL = new Map<string, Scripts>();
  const seen = new Map<string, SeenCall[]>();

  const scriptsOf = (all: Map<string, Scripts>, name: string) => {
    const scripts = all.get(name) ?? scriptsFor(name, clock);
    all.set(name, scripts);
    return scripts;
  };

  const answerOf = (operation: Operation) => {
    const { id } = operation;
    const scripted = byOperation.get(id)?.next();
    if (scripted || answers === "errors") return scripted;
    return Object.hasOwn(examples, id) ? replying(operation, examples[id]) : undefined;
  };

  const scriptsBelow = (url: string) => [...byURL].find(([base]) => isBelow(url, base))?.[1];

  const fetchOther: Fetch = async (input, init) => {
    const { method, url } = targetOf(input, init);
    const answer = scriptsBelow(url)?.next();
    if (answer) return answer(await sentFrom(input, init));
    throw refusal(method, url, "", `script it with onURL("${new URL(url).origin}")`);
  };

  const observe: Observer = (operation, request) => {
    let record: (sent: Sent) => void = (sent) => {
      const call = { request, attempts: 0, ...sent };
      seen.set(operation.id, [...(seen.get(operation.id) ?? []), call]);
      record = (again) => Object.assign(call, again, { attempts: call.attempts + 1 });
      record(sent);
    };
    return async (input, init) => {
      const { method, url } = targetOf(input, init);
      if (!isRequestOf(operation, method, url)) return fetchOther(input, init);
      // Before anything is awaited, so that concurrent calls take their scripts in order.
      const answer = answerOf(operation);
      const sent = await sentFrom(input, init);
      record(sent);
      if (answer) return answer(sent);
      const others = [...byOperation.keys()].slice(0, 5).join(", ") || "none";
      throw refusal(method, url, operation.id, `operations with a script: ${others}`);
    };
  };

  return {
    clock,
    options: {
      clock,
      fetch: fetchOther,
      [observer]: observe,
      [canAnswer]: (url, operation) => {
        if (operation === undefined) return scriptsBelow(url)?.hasNext() ?? false;
        const hasExample = answers === "examples" && Object.hasOwn(examples, operation.id);
        return hasExample || (byOperation.get(operation.id)?.hasNext() ?? false);
      },
    },
    on(callOperation) {
      const operation = operationOf(callOperation);
      const scripts = scriptsOf(byOperation, operation.id);
      return {
        ...anyScript(scripts),
        replies: (value) => scripts.add(replying(operation, value)),
        pages(pages) {
          const answer = pageAnswers?.(operation.id, pages, examples[operation.id]);
          if (answer) return scripts.add(answer);
          throw new TypeError(`${operation.id} has no pages`);
        },
        streams: (items, { then } = {}) => scripts.add(streaming(items, then === "drop")),
        fails: (status, body) => scripts.add(failing(operation, status, body)),
      };
    },
    onURL: (url) => anyScript(scriptsOf(byURL, new URL(url).href)),
    // The cast is safe: calls are recorded by the operation that made them.
    calls: (callOperation) => (seen.get(operationOf(callOperation).id) ?? []) as SeenCall<never>[],
    done() {
      const unused = [...byOperation.values(), ...byURL.values()].flatMap((each) => each.unused());
      if (unused.length > 0) throw new Error(`scripts left over: ${unused.join("; ")}`);
    },
  };
}

function anyScript({ add }: Scripts): AnyScript {
  return {
    failsWith: (status, answer) => add(failingWith(status, answer)),
    drops: (when) => add(dropping(when)),
    hangs: () => add(hanging),
    sends: (text, answer) => add(sending(text, answer)),
  };
}

/** An error of the call that isn't retried. */
function refusal(method: string, url: string, operationId: string, hint: string) {
  const call = { request: { method, url, operationId }, attempts: 0, secrets: [] };
  return new InvalidRequestError(call, `the double has no script for ${method} ${url}; ${hint}`);
}
