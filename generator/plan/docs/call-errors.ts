/** An error of every SDK for a call that ends without an answer that could be understood. */
export interface CallError {
  readonly name: string;
  readonly kind: string;
  readonly when: string;
  readonly advice: string;
  /** What it carries beside what all errors do. */
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

/** As `templates/runtime/errors.ts` has them. */
export const callErrors: readonly CallError[] = [
  {
    name: "ConnectionError",
    kind: "connection",
    when: "The server could not be reached, or the connection broke.",
    advice:
      "The server may or may not have seen the request. Methods that can be repeated safely have been tried again already, as the retry policy says.",
    properties: [cause("What `fetch` threw.")],
  },
  {
    name: "RequestTimeoutError",
    kind: "timeout",
    when: "An attempt took longer than `timeoutMs`, its body included.",
    advice:
      "An attempt that timed out is not repeated. Give the call or the client a larger `timeoutMs`, or `0` for no limit.",
    properties: [
      {
        property: "timeoutMs",
        type: "number",
        meaning: "The limit that was passed, in milliseconds.",
      },
    ],
  },
  {
    name: "RequestAbortedError",
    kind: "aborted",
    when: "The `signal` of the call was aborted.",
    advice: "This is the caller's own doing, so that there is seldom anything to mend.",
    properties: [cause("The reason that the signal was aborted with.")],
  },
  {
    name: "InvalidRequestError",
    kind: "invalid-request",
    when: "No request could be made: a path value is missing or unusable, there is no server or no credential, or a `beforeRequest` hook threw.",
    advice: "The message says what is missing; the same call would fail again.",
    properties: [cause("What was thrown, where something was.")],
  },
  {
    name: "ResponseDecodeError",
    kind: "decode",
    when: "The server answered, but not with what the document promises: an empty body or no JSON, or an `afterResponse` hook threw.",
    advice:
      "The server may have done the work: look at `httpStatus` before the call is made again.",
    properties: [
      { property: "httpStatus", type: "number", meaning: "The status that came." },
      { property: "rawBody", type: "string", meaning: "The body as it arrived." },
      { property: "response", type: "Response", meaning: "The response; its body has been read." },
      cause("What the parser or the hook threw."),
    ],
  },
];
