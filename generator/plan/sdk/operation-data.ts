import type { BodyFormat, Operation, RetryPolicy } from "../../model/api.js";
import type { Argument, Arguments } from "../call/arguments.js";
import { isSecret } from "../call/secrets.js";
import type { Blueprint } from "../output.js";
import { fits } from "../types/line-breaks.js";
import { propertyKey } from "../types/type-text.js";
import { bodyData } from "./body-data.js";
import { type Use, use } from "./imports.js";
import { ownSecurity } from "./security-view.js";
import { isPlain, serverViews } from "./server-data.js";
import { statusKey } from "./statuses.js";
import type {
  EntriesView,
  OperationDataView,
  ParameterView,
  RetriesView,
  StatusView,
} from "./views.js";
import { sharedParameter, writingOf } from "./writers.js";

/** What the runtime is told of an operation, with what it mentions. */
export function operationDataView(
  operation: Operation,
  given: Arguments,
  { api, names }: Blueprint,
): { readonly view: OperationDataView; readonly uses: readonly Use[] } {
  const success = operation.success.flatMap(({ status, content }) =>
    content === null ? [] : [{ status: statusKey(status), value: readers[content.format] }],
  );
  const errors = operation.errors.flatMap(({ status, error }) =>
    error === null
      ? []
      : [{ status: statusKey(status), value: names.error({ name: error }).class }],
  );
  const parameters = [...given.fields, ...given.hidden].flatMap((field) =>
    parameterData(field, names),
  );
  const body = operation.body && given.body ? bodyData(operation.body, given) : null;
  const [server] = operation.servers;
  const view: OperationDataView = {
    name: names.operation(operation).data,
    id: operation.id,
    method: operation.method.toUpperCase(),
    path: sentPath(operation.path),
    parameters: entriesView(
      "parameters",
      parameters.map(({ view }) => view),
      ({ key, shared }) => `${propertyKey(key)}: ${shared ?? tooLong}`,
    ),
    body: body?.view ?? null,
    accept: acceptOf(operation),
    success: entriesView("success", success, statusEntry),
    errors: entriesView("errors", errors, statusEntry),
    security: ownSecurity(operation, { api, names }),
    plainServer: server && isPlain(server) ? server.url : null,
    server: server && !isPlain(server) ? (serverViews([server])[0] ?? null) : null,
    idempotencyHeader: operation.idempotencyHeader,
    retries: operation.retries && retriesView(operation.retries),
    timeoutMs: operation.timeoutMs === null ? null : String(operation.timeoutMs),
  };
  const uses = [
    ...parameters.flatMap((parameter) => parameter.uses),
    ...(body?.uses ?? []),
    ...success.flatMap(({ value }) => use(`../runtime/${value}.js`, value)),
    ...errors.flatMap(({ value }) => use("../errors.js", value)),
    ...(view.server ? use("../runtime/server.js", "serverOf") : []),
    ...(view.idempotencyHeader ? use("../runtime/idempotency.js", "idempotencyHeader") : []),
  ];
  return { view, uses };
}

/** A parameter, unless the path template says all of it. */
function parameterData(field: Argument, names: Blueprint["names"]) {
  const { in: location, key, name, global, serialization } = field;
  if (location === "body") return [];
  const option = global === null ? null : names.global({ in: location, name }).option;
  const isHidden = isSecret(field.schema);
  const isUsual = key === name && option === null && !isHidden && serialization === null;
  if (isUsual && location === "path") return [];
  const { place, write, encode, uses } = writingOf(location, serialization);
  const shared = isUsual ? sharedParameter(location) : null;
  const view: ParameterView = {
    key,
    shared: shared?.name ?? null,
    in: place,
    name: key === name ? null : name,
    write,
    encode,
    global: option,
    isSecret: isHidden,
  };
  return [{ view, uses: shared === null ? uses : [shared] }];
}

/** Stands for what has a line of its own in any case. */
const tooLong = " ".repeat(100);

function statusEntry({ status, value }: StatusView): string {
  return `${status}: ${value}`;
}

function entriesView<Entry>(
  name: string,
  entries: readonly Entry[],
  spell: (entry: Entry) => string,
): EntriesView<Entry> | null {
  if (entries.length === 0) return null;
  return { fits: fits(`  ${name}: { ${entries.map(spell).join(", ")} },`), entries };
}

/** The runtime's module that reads a success; it exports a reader of the same name. */
const readers: Readonly<Record<BodyFormat, "json" | "text" | "binary">> = {
  json: "json",
  text: "text",
  form: "text",
  multipart: "text",
  binary: "binary",
};

/** What a success is asked for as, or `null` where that goes without saying. */
function acceptOf({ success }: Operation): string | null {
  const types = success.flatMap(({ content }) => (content ? [content.contentType] : []));
  const accept = [...new Set(types)].join(", ");
  return accept === "" || accept === "application/json" ? null : accept;
}

export function retriesView(policy: RetryPolicy): RetriesView {
  if (policy.strategy === "none") {
    return { isBackoff: false, backoff: [], statusCodes: null, retryConnectionErrors: null };
  }
  const { initialInterval, maxInterval, exponent, maxElapsedTime } = policy;
  const backoff = Object.entries({ initialInterval, maxInterval, exponent, maxElapsedTime });
  return {
    isBackoff: true,
    backoff: backoff.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    statusCodes: policy.statusCodes && JSON.stringify(policy.statusCodes).replaceAll(",", ", "),
    retryConnectionErrors:
      policy.retryConnectionErrors === null ? null : String(policy.retryConnectionErrors),
  };
}

/** What stands behind a # tells the document's operations apart, and is never sent (RFC 3986, 3.5). */
function sentPath(path: string): string {
  return path.replace(/#.*/s, "");
}
