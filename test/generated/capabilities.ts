/** Something that a bundle can hold, and the program that holds it. */
export interface Capability {
  readonly name: string;
  readonly program: string;
  /** The same without it. */
  readonly beside: string;
}

/** What an operation is made of, as it is emitted. */
interface Made {
  /** Of the runtime's modules, by their names: what is imported of them. */
  readonly imports: Readonly<Record<string, string>>;
  readonly operation?: string;
  /** The options of the client, and the API's defaults. */
  readonly client?: string;
}

/** A program that calls an operation which takes nothing. */
export function calling({ imports, operation = "", client = "{}, {}" }: Made): string {
  return program({ call: "call", json: "json", ...imports }, operation, client, "");
}

/** A program that calls an operation with an argument. */
function callingWith({ imports, operation = "", client = "{}, {}" }: Made): string {
  return program({ "call-with": "callWith", json: "json", ...imports }, operation, client, ", {}");
}

function program(
  imports: Made["imports"],
  details: string,
  client: string,
  argument: string,
): string {
  const [[, call] = ["", ""]] = Object.entries(imports);
  const lines = Object.entries({
    "client-core": "ClientCore",
    operation: "operation",
    ...imports,
  }).map(([module, names]) => `import { ${names} } from "./${module}.js";`);
  return `${lines.join("\n")}
const details = { success: { 200: json }, ${details} };
const listThings = operation("listThings", "GET", "/things", details);
const client = new ClientCore(${client}, {});
console.log(await ${call}(client, listThings${argument}).result());`;
}

const least = calling({ imports: {} });
const argument = callingWith({ imports: {} });

function ofCall(name: string, made: Made): Capability {
  return { name, program: calling(made), beside: least };
}

function ofArgument(name: string, made: Made): Capability {
  return { name, program: callingWith(made), beside: argument };
}

function parameter(name: string, module: string, constant: string): Capability {
  return ofArgument(name, {
    imports: { [module]: constant },
    operation: `parameters: { id: ${constant} }`,
  });
}

function body(name: string, module: string, write: string): Capability {
  return ofArgument(name, {
    imports: { [module]: write },
    operation: `body: ${write}`,
  });
}

function credential(name: string, module: string, scheme: string, given: string): Capability {
  return ofCall(name, {
    imports: { [module]: scheme },
    operation: `security: [[${scheme}(${given})]]`,
  });
}

/** A program that walks over a list, and one in which nothing but the walk differs. */
function pagedProgram(imports: Made["imports"], walk: string): string {
  const lines = Object.entries({
    "client-core": "ClientCore",
    operation: "operation",
    paged: "paged",
    json: "json",
    ...imports,
  }).map(([module, names]) => `import { ${names} } from "./${module}.js";`);
  return `${lines.join("\n")}
const listThings = operation("listThings", "GET", "/things", { success: { 200: json } });
const client = new ClientCore({}, {}, {});
console.log(await paged(client, listThings, ${walk}, {}).result());`;
}

const ownWalk = pagedProgram({}, "{ items: [], next: () => undefined }");

function pagedBy(name: string, module: string, by: string, settings: string): Capability {
  const program = pagedProgram({ [module]: by }, `${by}(${settings})`);
  return { name, program, beside: ownWalk };
}

const events: Made = {
  imports: { "event-stream": "eventStream" },
  operation: "success: { 200: json, 201: eventStream() }",
};

/** What is paid by the operations and clients that use it. */
export const capabilities: readonly Capability[] = [
  { name: "An argument, with parameters in the path", program: argument, beside: least },
  parameter("A parameter in the query", "in-query", "queryParameter"),
  parameter("One in a header", "in-header", "headerParameter"),
  parameter("One in a cookie", "in-cookie", "cookieParameter"),
  body("A body of JSON", "body-json", "jsonBody"),
  body("A form", "body-form", "formBody"),
  body("Multipart, with files and streams", "body-multipart", "multipartBody"),
  body("A body of text or bytes", "body-raw", "rawBody"),
  ofArgument("A body of several media types, JSON and bytes", {
    imports: { "body-by-type": "bodyByType", "body-json": "jsonBody", "body-raw": "rawBody" },
    operation:
      'body: bodyByType({ "application/json": jsonBody, "image/*": { write: rawBody, field: "body" } })',
  }),
  ofCall("A response of several media types, JSON and text", {
    imports: { "reader-by-type": "readerByType", text: "text" },
    operation: 'success: { 200: readerByType({ "application/json": json, "text/csv": text }) }',
  }),
  ofCall("A text response, in addition to JSON", {
    imports: { text: "text" },
    operation: "success: { 200: json, 201: text }",
  }),
  ofCall("A binary or streamed response, in addition to JSON", {
    imports: { binary: "binary" },
    operation: "success: { 200: json, 201: binary }",
  }),
  ofCall("An error class for a payload", {
    imports: { errors: "ResponseError" },
    operation: 'errors: { 404: class extends ResponseError { name = "Problem" } }',
  }),
  credential("A bearer token", "bearer", "bearer", '["bearerAuth", "A_BEARER_AUTH"]'),
  credential("Username and password", "basic", "basic", '["username", "A"], ["password", "B"]'),
  credential("A key in a header", "api-key-header", "apiKeyHeader", '"X-Key", ["apiKey", "A"]'),
  credential("A key in the query", "api-key-query", "apiKeyQuery", '"key", ["apiKey", "A"]'),
  credential("A key in a cookie", "api-key-cookie", "apiKeyCookie", '"key", ["apiKey", "A"]'),
  credential(
    "OAuth2 client credentials",
    "oauth2",
    "clientCredentials",
    '"/token", [], ["clientID", "A"], ["clientSecret", "B"]',
  ),
  ofCall("An idempotency key", {
    imports: { idempotency: "idempotencyHeader" },
    operation: 'idempotency: idempotencyHeader("Idempotency-Key")',
  }),
  ofCall("Servers to choose from, with variables", {
    imports: { server: "serverAmong" },
    client: '{}, { server: serverAmong([{ url: "https://a.example" }]) }',
  }),
  ofCall("A stream of JSON Lines, in addition to JSON", {
    imports: { "json-lines": "jsonLines" },
    operation: "success: { 200: json, 201: jsonLines() }",
  }),
  ofCall("A sequence of JSON texts, in addition to JSON", {
    imports: { "json-seq": "jsonSeq" },
    operation: "success: { 200: json, 201: jsonSeq() }",
  }),
  ofCall("A stream of events, in addition to JSON", events),
  {
    name: "The events, beside a stream of JSON Lines",
    program: calling({
      imports: { "json-lines": "jsonLines", "event-stream": "eventStream" },
      operation: "success: { 200: json, 201: jsonLines(), 202: eventStream() }",
    }),
    beside: calling({
      imports: { "json-lines": "jsonLines" },
      operation: "success: { 200: json, 201: jsonLines() }",
    }),
  },
  {
    name: "Events that continue on a new connection",
    program: calling({
      imports: { "event-stream": "eventStream", reconnect: "reconnect" },
      operation: "success: { 200: json, 201: eventStream({ reopen: reconnect }) }",
    }),
    beside: calling(events),
  },
  { name: "A list that arrives page by page", program: ownWalk, beside: argument },
  pagedBy("Pages by cursor", "by-cursor", "byCursor", '{ items: [], cursor: ["a"], next: ["b"] }'),
  pagedBy("Pages by offset", "by-offset", "byOffset", '{ items: [], offset: ["a"] }'),
  pagedBy("Pages by number", "by-page", "byPage", '{ items: [], page: ["a"] }'),
  pagedBy("Pages by a URL in the result", "by-next-url", "byNextURL", '{ items: [], next: ["b"] }'),
  pagedBy("Pages by the `Link` header", "by-link-header", "byLinkHeader", "{ items: [] }"),
  ofCall("The logger", { imports: { logger: "logged" }, client: "logged({}, {}), {}" }),
];

/** What every bundle holds, and the modules that it is. */
export const everywhere: readonly { readonly name: string; readonly modules: readonly string[] }[] =
  [
    { name: "Retries, and the waits between them", modules: ["retry", "clock"] },
    { name: "Time limits and aborts", modules: ["deadline", "on-abort"] },
    { name: "The errors", modules: ["errors"] },
    { name: "The mask of secrets", modules: ["mask"] },
    { name: "One request, with the hooks around it", modules: ["exchange", "hooks"] },
    { name: "What all credentials share", modules: ["security", "environment"] },
    { name: "From a response to a value or an error", modules: ["match", "status", "discard"] },
    { name: "The promise of a call", modules: ["api-promise"] },
  ];

/** Programs that use a receiver of webhooks with the standard scheme. */
export const receiving = {
  "with a handler": receivingBy(
    'export default { fetch: shop.handler({ "order.paid": (event) => console.log(event) }) };',
  ),
  "with `unwrap`": receivingBy("export const receive = (request) => shop.unwrap(request);"),
  "with `sign`, before that is loaded": receivingBy(
    'export const example = () => shop.sign("order.paid", {});',
  ),
  "with all three": receivingBy(`
    export default { fetch: shop.handler({ "order.paid": (event) => console.log(event) }) };
    export const receive = (request) => shop.unwrap(request);
    export const example = () => shop.sign("order.paid", {});`),
} as const;

function receivingBy(use: string): string {
  return `
    import { receiver } from "./webhook-receiver.js";
    import { standard } from "./webhook-standard.js";
    import { typeField } from "./webhook-type-field.js";
    const shop = receiver(standard, typeField("type", ["order.paid"]), "SECRET", {});
    ${use}`;
}

/** The parts of a receiver, by module. */
export const receiverParts: readonly { readonly name: string; readonly modules: string[] }[] = [
  { name: "The headers and the body of a `Request`", modules: ["webhook-read"] },
  {
    name: "The signature scheme: Standard Webhooks",
    modules: ["webhook-standard", "webhook-scheme", "base64"],
  },
  { name: "Verification, with several secrets and the time", modules: ["webhook-verify"] },
  { name: "The event and its type", modules: ["webhook-event", "webhook-type-field"] },
  {
    name: "Errors, also as values, and the environment variable",
    modules: ["webhook-error", "webhook-result", "environment"],
  },
];
