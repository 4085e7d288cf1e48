import type { Operation, Resource, RetryPolicy } from "../../model/api.js";
import type { Arguments } from "../arguments.js";
import type { Blueprint } from "../output.js";
import { type Use, use } from "./imports.js";
import { statusKey } from "./statuses.js";
import type { OperationDataView, RetriesView } from "./views.js";
import { writingOf } from "./writers.js";

/** What the runtime is told of an operation, with what it mentions. */
export function operationDataView(
  operation: Operation,
  resource: Resource,
  { fields, hidden, body }: Arguments,
  { names }: Blueprint,
): { readonly view: OperationDataView; readonly uses: readonly Use[] } {
  const success = operation.success.flatMap((response) =>
    response.content === null
      ? []
      : [{ status: statusKey(response.status), value: readerOf(response.content.contentType) }],
  );
  const errors = operation.errors.flatMap(({ status, error }) =>
    error === null
      ? []
      : [{ status: statusKey(status), value: names.error({ name: error }).class }],
  );
  const parameters = [...fields, ...hidden].flatMap((argument) => {
    const { key, name, in: location, serialization, global } = argument;
    if (location === "body") return [];
    const option = global === null ? null : names.global({ in: location, name }).option;
    return [{ key, name, location, global: option, ...writingOf(location, serialization) }];
  });
  const view: OperationDataView = {
    name: names.operation(operation).data,
    id: operation.id,
    resource: names.resource(resource).path,
    method: operation.method,
    path: operation.path,
    hasParameters: parameters.length > 0,
    parameters: parameters.map(({ key, name, location, write, encode, global }) => ({
      key,
      in: location,
      name: key === name ? null : name,
      write,
      encode,
      global,
    })),
    body: body && {
      isRequired: operation.body?.required === true,
      field: body === "body" ? (fields.find((field) => field.in === "body")?.key ?? null) : null,
    },
    hasSuccess: success.length > 0,
    success,
    hasErrors: errors.length > 0,
    errors,
    security: operation.security.map(
      ({ schemes }) =>
        `[${schemes.map((scheme) => `security.${names.credential(scheme).scheme}`).join(", ")}]`,
    ),
    retries: operation.retries && retriesView(operation.retries),
    timeoutMs: operation.timeoutMs === null ? null : String(operation.timeoutMs),
  };
  const uses = [
    ...parameters.flatMap((parameter) => parameter.uses),
    ...success.flatMap(({ value }) => use(`../runtime/${value}.js`, value)),
    ...errors.flatMap(({ value }) => use("../errors.js", value)),
  ];
  return { view, uses };
}

/** The runtime's module that reads a content type; it exports a reader of the same name. */
function readerOf(contentType: string): "json" | "text" {
  return /json|\*/i.test(contentType) ? "json" : "text";
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
