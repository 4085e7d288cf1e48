import type { Operation, Resource, RetryPolicy, Server } from "../../model/api.js";
import type { Arguments } from "../call/arguments.js";
import { hasPayload, isException } from "../call/failure-payloads.js";
import { schemesOf } from "../call/scoped-schemes.js";
import { isSecret } from "../call/secrets.js";
import { isRelative } from "../call/servers.js";
import { successesOf } from "../call/successes.js";
import { schemaFinder } from "../find-schema.js";
import type { Blueprint } from "../output.js";
import { bodyData } from "./body-data.js";
import { type Use, use } from "./imports.js";
import { errorReader, successReader } from "./readers.js";
import { isPlain, serverViews } from "./server-data.js";
import { statusKey } from "./statuses.js";
import type { OperationDataView, RetriesView } from "./views.js";
import { writingOf } from "./writers.js";

/** What the runtime is told of an operation, with what it mentions. */
export function operationDataView(
  operation: Operation,
  resource: Resource,
  given: Arguments,
  { api, names }: Blueprint,
): { readonly view: OperationDataView; readonly uses: readonly Use[] } {
  const find = schemaFinder(api.schemas);
  const success = successesOf(operation).map((response) => ({
    status: statusKey(response.status),
    ...successReader(response, find),
  }));
  const errors = operation.errors
    .filter((response) => hasPayload(response) || isException(response, operation.errors))
    .map((response) => ({
      status: statusKey(response.status),
      ...errorReader(response, find, names),
    }));
  const parameters = [...given.fields, ...given.hidden].flatMap((field) => {
    const { in: location, name, global } = field;
    if (location === "body") return [];
    const option = global === null ? null : names.global({ in: location, name }).option;
    return [{ field, option, ...writingOf(location, field.serialization) }];
  });
  const body = operation.body && given.body ? bodyData(operation.body, given) : null;
  const [server] = operation.servers;
  const view: OperationDataView = {
    name: names.operation(operation).data,
    id: operation.id,
    resource: names.resource(resource).path,
    method: operation.method.toUpperCase(),
    path: sentPath(operation.path),
    hasParameters: parameters.length > 0,
    parameters: parameters.map(({ field, option, place, write, encode }) => ({
      key: field.key,
      in: place,
      name: field.key === field.name ? null : field.name,
      write,
      encode,
      global: option,
      isSecret: isSecret(field.schema),
    })),
    body: body?.view ?? null,
    accept: acceptOf(operation),
    success: success.map(({ status, value }) => ({ status, value })),
    hasErrors: errors.length > 0,
    errors: errors.map(({ status, value }) => ({ status, value })),
    security: schemesOf(operation, api.security).map(
      (schemes) =>
        `[${schemes.map(({ name, scopes }) => `security.${names.scheme(name, scopes)}`).join(", ")}]`,
    ),
    plainServer: server && isWritten(server) ? server.url : null,
    server: server && !isWritten(server) ? (serverViews([server])[0] ?? null) : null,
    idempotencyHeader: operation.idempotencyHeader,
    retries: operation.retries && retriesView(operation.retries),
    timeoutMs: operation.timeoutMs === null ? null : String(operation.timeoutMs),
  };
  const uses = [
    ...parameters.flatMap((parameter) => parameter.uses),
    ...(body?.uses ?? []),
    ...[...success, ...errors].flatMap(({ uses }) => uses),
    ...(view.server ? use("../runtime/server.js", "serverOf") : []),
    ...(view.idempotencyHeader ? use("../runtime/idempotency.js", "idempotencyHeader") : []),
  ];
  return { view, uses };
}

/** Whether a URL needs nothing of the client's options: one without a host is on the client's server. */
function isWritten(server: Server): boolean {
  return isPlain(server) || (isRelative(server) && server.variables.length === 0);
}

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
