/** An error of every SDK for a call without a readable response. */
export interface CallError {
  readonly name: string;
  readonly kind: string;
  readonly when: string;
  readonly advice: string;
  /** Its properties in addition to those of all errors. */
  readonly properties: readonly CallErrorProperty[];
}

export interface CallErrorProperty {
  readonly property: string;
  readonly type: string;
  readonly meaning: string;
}

const cause = (meaning: string): CallErrorProperty => ({
  property: "cause",
  type: "unknown",
  meaning,
});

/** Mirrors `templates/runtime/errors.ts`. */
export const callErrors: readonly CallError[] = [
  {
    name: "ConnectionError",
    kind: "connection",
    when: "The server couldn't be reached, or the connection was lost.",
    advice:
      "The server may or may not have received the request. Safe methods have already been retried according to the retry policy.",
    properties: [cause("What `fetch` threw.")],
  },
  {
    name: "RequestTimeoutError",
    kind: "timeout",
    when: "An attempt, including its response body, took longer than `timeoutMs`.",
    advice:
      "Timeouts aren't retried. Set a larger `timeoutMs` on the call or the client, or `0` for no limit.",
    properties: [
      {
        property: "timeoutMs",
        type: "number",
        meaning: "The limit that was exceeded, in milliseconds.",
      },
    ],
  },
  {
    name: "RequestAbortedError",
    kind: "aborted",
    when: "The `signal` of the call was aborted.",
    advice: "Your own code aborted the call, so there is usually nothing to fix.",
    properties: [cause("The reason passed to `abort()`.")],
  },
  {
    name: "InvalidRequestError",
    kind: "invalid-request",
    when: "No request could be made: a path parameter, server or credential is missing or invalid, or a `beforeRequest` hook threw.",
    advice: "The message says what is missing. Repeating the call fails the same way.",
    properties: [cause("The underlying exception, if any.")],
  },
  {
    name: "ResponseDecodeError",
    kind: "decode",
    when: "The response doesn't match the documented type: the body is empty or isn't JSON, or an `afterResponse` hook threw.",
    advice:
      "The server may have processed the request. Check `httpStatus` before you repeat the call.",
    properties: [
      { property: "httpStatus", type: "number", meaning: "The status of the response." },
      { property: "rawBody", type: "string", meaning: "The body as it arrived." },
      { property: "response", type: "Response", meaning: "The response. Its body has been read." },
      cause("The exception from the parser or the hook."),
    ],
  },
];
