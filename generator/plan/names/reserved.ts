/**
 * Names that functions and variables of a module can't have (ECMAScript 2025, 12.7.2, and strict
 * mode).
 */
export const reservedWords: readonly string[] = (
  "arguments await break case catch class const continue debugger default delete do else enum eval " +
  "export extends false finally for function if implements import in instanceof interface let new " +
  "null package private protected public return static super switch this throw true try typeof " +
  "undefined var void while with yield"
).split(" ");

/**
 * Names that members can't have: an object with a `then` is treated as a promise, and the others
 * belong to every object.
 */
export const reservedMembers: readonly string[] = (
  "constructor prototype then __proto__ hasOwnProperty isPrototypeOf propertyIsEnumerable " +
  "toJSON toLocaleString toString valueOf"
).split(" ");

/** The names that every emitted package exports from its entry point. */
export const runtimeExports: readonly string[] = (
  "APIPromise AsForm Binary BinaryForm BinaryInput ClientOptions ConnectionError Credential " +
  "EventStream Fetch FileContent FileInput HeaderFields HookContext Hooks HttpErrorStatus " +
  "InvalidRequestError ItemsInput ListPage Logger NamedFile Paged PagedOptions PagePosition " +
  "PagingError PagingReason ReconnectOptions RequestAbortedError " +
  "RequestOptions RequestTimeoutError ResponseDecodeError ResponseError Result RetryConfig " +
  "SDKError StatusRange StreamEnd StreamError StreamOptions StreamResult TransportError UnknownEvent " +
  "WithIdempotencyKey WithLogger"
).split(" ");

/** The names in the module of webhooks, in packages that have one. */
export const webhookLocals: readonly string[] = (
  "EventPromise HandlerOptions RawRequest SignOptions UnknownEvent WebhookError WebhookEvent WebhookEvents " +
  "WebhookHandlers WebhookOptions WebhookReceiver WebhookReply WebhookRequest WebhookResult events github " +
  "hmac receiver scheme slack standard stripe typeField typeFixed typeHeader webhooks"
).split(" ");

/** Types of the language and the platform that emitted modules use by name. */
export const globalTypes: readonly string[] = (
  "Array Blob Date Error Exclude FormData Headers Promise Record " +
  "Request RequestInit Response URL any bigint boolean never number object string symbol unknown"
).split(" ");

/**
 * The names that emitted modules import from the runtime, and the parameters of emitted functions.
 * `import()` treats a module that exports `then` as a promise.
 */
export const moduleLocals: readonly string[] = (
  "ClientCore Form OptionsOnly anything args binary byCursor byLinkHeader byNextURL byOffset byPage " +
  "call callWith " +
  "cookieParameter deepObjectStyle encodeReserved fetchClient fetchClientOf formBody formExplodedStyle " +
  "formStyle headerExplodedStyle headerParameter headerStyle idempotencyHeader inCookie inHeader inPath inQuery json jsonOrText " +
  "jsonBody jsonHeader jsonOrTextError jsonPair jsonValue labelExplodedStyle labelStyle logged masked " +
  "matrixExplodedStyle matrixStyle multipartBody nothing operation operations options optionsIn paged paths " +
  "pipeDelimitedStyle pipeSeparatedStyle queryParameter querystringForm rawBody request secrets security serverAmong serverOf simpleExplodedStyle " +
  "simpleStyle spaceDelimitedStyle spaceSeparatedStyle tabDelimitedStyle tabSeparatedStyle text textError then"
).split(" ");

/** The names that the emitted module of security schemes imports. */
export const securityLocals: readonly string[] =
  "apiKeyCookie apiKeyHeader apiKeyQuery basic bearer clientCredentials".split(" ");
