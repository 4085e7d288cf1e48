import type { RetryPolicy } from "../../model/api/operation.js";
import type { Server } from "../../model/api/server.js";
import { type FindSchema, schemaFinder } from "../../model/schema/find-schema.js";
import { stringLiteral } from "../../text.js";
import type { Argument } from "../call/arguments.js";
import type { Call } from "../call/call.js";
import { isSecret, secretArguments } from "../call/secrets.js";
import { isRelative } from "../call/servers.js";
import { type Use, use } from "../imports.js";
import type { Blueprint } from "../output.js";
import { fits, propertyKey } from "../types/type-text.js";
import { bodyData, bodyTypesData } from "./body-data.js";
import type {
  BodyTypeView,
  BodyView,
  EntriesView,
  OperationDataView,
  ParameterView,
  RetriesView,
  ServerView,
  StatusView,
} from "./data-views.js";
import { errorReader, statusKey, successReaders } from "./responses.js";
import { ownSecurity } from "./security-file.js";
import { sharedParameter, writingOf } from "./writers.js";

/** The data of an operation for the runtime, with the imports that it needs. */
export function operationDataView(
  call: Call,
  { api, names }: Blueprint,
): { readonly view: OperationDataView; readonly uses: readonly Use[] } {
  const { operation, arguments: given, server } = call;
  const find = schemaFinder(api.schemas);
  const success = call.results.map((response) => ({
    status: statusKey(response.status),
    ...successReaders(response, call, find),
  }));
  const errors = call.failures
    .filter(({ hasPayload, isException }) => hasPayload || isException)
    .map((failure) => ({
      status: statusKey(failure.status),
      readers: [],
      ...errorReader(failure, names),
    }));
  const parameters = [...given.fields, ...given.hidden].flatMap((field) =>
    parameterData(field, names, find),
  );
  const { body, bodyTypes, uses: bodyUses } = bodyOf(call);
  const { idempotencyHeader, retries, timeoutMs } = call.options;
  const head = {
    name: names.operation(operation).data,
    id: operation.id,
    method: operation.method.toUpperCase(),
    path: sentPath(operation.path),
  };
  const isHeadShort = fits(headLine(head));
  const margin = isHeadShort ? "  " : "    ";
  const view: OperationDataView = {
    ...head,
    fits: isHeadShort,
    parameters:
      parameters.length === 0
        ? null
        : parametersView(
            parameters.map(({ view }) => view),
            margin,
          ),
    body,
    bodyTypes,
    secrets: namesView(
      `${margin}secrets: /* @__PURE__ */ secretFields`,
      secretArguments(call, api.schemas),
    ),
    accept: acceptOf(call),
    success: statusesView(`${margin}success`, success),
    errors: errors.length === 0 ? null : statusesView(`${margin}errors`, errors),
    security: ownSecurity(call.security, { api, names }),
    plainServer: server && isComplete(server) ? server.url : null,
    server: server && !isComplete(server) ? (serverViews([server])[0] ?? null) : null,
    idempotencyHeader,
    retries: retries && retriesView(retries),
    timeoutMs: timeoutMs === null ? null : String(timeoutMs),
  };
  const uses = [
    ...parameters.flatMap((parameter) => parameter.uses),
    ...bodyUses,
    ...(view.secrets ? use("../runtime/secret-fields.js", "secretFields") : []),
    ...[...success, ...errors].flatMap(({ uses }) => uses),
    ...(view.server ? use("../runtime/server.js", "serverOf") : []),
    ...(view.idempotencyHeader ? use("../runtime/idempotency.js", "idempotencyHeader") : []),
  ];
  return { view, uses };
}

function bodyOf({ operation, arguments: given, requestVariants }: Call): {
  readonly body: BodyView | null;
  readonly bodyTypes: readonly BodyTypeView[];
  readonly uses: readonly Use[];
} {
  if (operation.body === null || given.body === null)
    return { body: null, bodyTypes: [], uses: [] };
  if (requestVariants.length > 0) {
    const { views, uses } = bodyTypesData(requestVariants);
    return { body: null, bodyTypes: views, uses };
  }
  const { view, uses } = bodyData(operation.body, given);
  return { body: view, bodyTypes: [], uses };
}

/** A parameter, unless the path template already describes it completely. */
function parameterData(field: Argument, names: Blueprint["names"], find: FindSchema) {
  const { in: location, key, name, global, serialization } = field;
  if (location === "body") return [];
  const option = global === null ? null : names.global({ in: location, name }).option;
  const confine = isSecret(field.schema, find) ? (confineFunctions[location] ?? null) : null;
  const isDefault = key === name && option === null && confine === null && serialization === null;
  if (isDefault && location === "path") return [];
  const { place, write, encode, uses } = writingOf(location, serialization);
  const shared = isDefault ? sharedParameter(location) : null;
  const view: ParameterView = {
    key,
    shared: shared?.name ?? null,
    in: place,
    name: key === name ? null : name,
    write,
    encode,
    global: option,
    confine,
  };
  const own = confine === null ? [] : use("../runtime/redirects.js", confine);
  return [{ view, uses: shared === null ? [...uses, ...own] : [shared] }];
}

/**
 * The functions that send a secret only to the request's origin. On a redirect, `fetch` itself
 * drops only `Authorization`.
 */
const confineFunctions: Partial<Record<Argument["in"], string>> = {
  header: "confineHeader",
  cookie: "confineCookies",
};

function headLine({ name, id, method, path }: Record<"name" | "id" | "method" | "path", string>) {
  const given = [id, method, path].map((text) => stringLiteral(text));
  return `export const ${name} = /* @__PURE__ */ operation(${given.join(", ")}, {`;
}

/** On one line if all entries are shared constants. */
function parametersView(
  entries: readonly ParameterView[],
  margin: string,
): EntriesView<ParameterView> {
  const code = entries.map(({ key, shared }) => `${propertyKey(key)}: ${shared}`);
  const areShared = entries.every(({ shared }) => shared !== null);
  return { fits: areShared && fits(`${margin}parameters: { ${code.join(", ")} },`), entries };
}

/** The names as arguments of a call; `null` if there are none. */
export function namesView(start: string, names: readonly string[]): EntriesView<string> | null {
  if (names.length === 0) return null;
  const code = names.map((name) => JSON.stringify(name)).join(", ");
  return { fits: fits(`${start}(${code}),`), entries: names };
}

/** @param start the margin and the name. */
function statusesView(start: string, readers: readonly StatusView[]): EntriesView<StatusView> {
  const entries = readers.map(({ status, value, stream, readers }) => ({
    status,
    value,
    stream,
    readers,
  }));
  const code = entries.map(({ status, value }) => `${status}: ${value}`);
  const isPlain = entries.every((entry) => entry.readers.length === 0 && entry.stream === null);
  return { fits: isPlain && fits(`${start}: { ${code.join(", ")} },`), entries };
}

/**
 * Whether a URL needs no client options. A URL without a host is resolved against the client's
 * server.
 */
function isComplete(server: Server): boolean {
  return isPlain(server) || (isRelative(server) && server.variables.length === 0);
}

/** The `Accept` header, or `null` for the default. */
function acceptOf({ operation, streaming }: Call): string | null {
  const results = [...operation.success, ...(streaming?.results ?? [])];
  const types = results.flatMap(({ content }) => (content ? [content.contentType] : []));
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

/**
 * Removes the fragment, which only distinguishes the document's operations and is never sent (RFC
 * 3986, 3.5).
 */
function sentPath(path: string): string {
  return path.replace(/#.*/s, "");
}

/** Whether a server's URL is complete, so that it needs no client options. */
export function isPlain({ url }: Server): boolean {
  return /^https?:\/\/[^{}]*$/i.test(url);
}

/** The data for the runtime of servers that client options complete. */
export function serverViews(servers: readonly Server[]): ServerView[] {
  return servers.map((server) => {
    // Variables without a default are left out: the caller must set them.
    const variables = server.variables.flatMap(({ name, default: preset, values }) =>
      preset === null ? [] : [{ name, default: JSON.stringify(preset), values }],
    );
    const { name, url } = server;
    return { name, url, hasVariables: variables.length > 0, variables };
  });
}
