import type { Api } from "../../generator/model/api/api.js";
import type { Operation } from "../../generator/model/api/operation.js";
import { schemaFinder } from "../../generator/model/schema/find-schema.js";
import { callFrom } from "../../generator/plan/call/call.js";
import type { Failure } from "../../generator/plan/call/failures.js";
import { identityFrom } from "../../generator/plan/names/identity.js";
import { namesFor } from "../../generator/plan/names/names.js";
import { contentSample } from "../../generator/plan/samples/sample.js";
import { sampleArguments } from "../../generator/plan/samples/sample-arguments.js";
import { valueCode } from "../../generator/plan/samples/value-code.js";

/**
 * A program that provokes each member of the error union of each operation with the package's double,
 * and prints those that didn't arrive. It type-checks only if `fails` takes each documented payload.
 */
export function provocationsOf(api: Api): string {
  const { packageName, className, methodNames } = identityFrom(api, {});
  const names = namesFor(api, className, methodNames);
  const { core } = names.client;
  const credentials = api.security.flatMap(({ name }) => names.credential(name));
  const nothing = credentials.map(({ option }) => [option, null]);
  const globals = api.operations.flatMap(({ parameters }) =>
    parameters.flatMap((each) => (each.global ? [[names.global(each).option, "1"]] : [])),
  );
  const options = JSON.stringify(Object.fromEntries([...nothing, ...globals]));
  return `import { ${core} } from "${packageName}/core";
import { double } from "${packageName}/testing";
${api.operations.map((each, index) => `import { ${names.operation(each).function} as call${index} } from "${packageName}/operations/${names.module(each)}";`).join("\n")}

interface Outcome {
  readonly ok: boolean;
  readonly error?: { readonly name: string; readonly status: number | undefined; readonly kind: string };
}

let count = 0;

async function provoke(
  want: string,
  script: (api: ReturnType<typeof double>) => unknown,
  call: (client: ${core}, options: object) => { result(): Promise<Outcome> },
  options = {},
  hooks = {},
): Promise<void> {
  const api = double();
  script(api);
  const client = new ${core}({ ...${options}, serverURL: "https://api.test", ...api.options, hooks } as never);
  const pending = call(client, options).result();
  await api.clock.run();
  const { error } = await pending;
  const got = error ? [error.name, error.status ?? error.kind].join(" ") : "a success";
  count += 1;
  if (got !== want.replace(/.*: /, "")) console.log(want, "- not", got);
}

async function walkFailure(walk: { results(): AsyncIterable<Outcome> }): Promise<Outcome> {
  for await (const outcome of walk.results()) if (!outcome.ok) return outcome;
  return { ok: true };
}

const broken = { afterResponse: () => { throw new Error("broken"); } };
void [walkFailure, broken];

${api.operations.map((operation, index) => blockOf(operation, `call${index}`, api, names)).join("\n")}
console.log(count, "provoked");
`;
}

function blockOf(
  operation: Operation,
  target: string,
  api: Api,
  names: ReturnType<typeof namesFor>,
): string {
  const find = schemaFinder(api.schemas);
  const call = callFrom(operation, api);
  const sample = valueCode(sampleArguments(call, find)).replace(
    /await openAsBlob\("(?:[^"\\]|\\.)*"\)/g,
    "new Blob()",
  );
  const caller = `(client, options) => ${target}(client, ${sample}, options)`;
  const line = (want: string, script: string, ...rest: string[]) =>
    `  provoke(${JSON.stringify(`${operation.id}: ${want}`)}, ${[script, caller, ...rest].join(", ")}),`;
  const documented = call.failures.flatMap((failure) => {
    if (!failure.hasPayload || failure.content === null) return [];
    const status = statusOf(failure, operation);
    const value = contentSample(failure.content, find);
    const body = failure.error === null ? '"text"' : valueCode(value);
    const name = failure.error === null ? "SDKError" : names.error({ name: failure.error }).class;
    return [line(`${name} ${status}`, `(api) => api.on(${target}).fails(${status}, ${body})`)];
  });
  const walk =
    call.walk === null
      ? []
      : [
          line(
            "PagingError paging",
            `(api) => api.on(${target}).sends("{}", { contentType: "application/json" })`,
          ).replace(
            caller,
            `(client, options) => ({ result: () => walkFailure(${target}(client, ${sample}, options)) })`,
          ),
        ];
  return [
    "await Promise.all([",
    ...documented,
    ...undescribedStatuses(call.failures).map((status) =>
      line(`SDKError ${status}`, `(api) => api.on(${target}).failsWith(${status}, { body: "?" })`),
    ),
    line("ConnectionError connection", `(api) => api.on(${target}).drops("before-headers")`),
    line("RequestTimeoutError timeout", `(api) => api.on(${target}).hangs()`),
    line(
      "RequestAbortedError aborted",
      `(api) => api.on(${target}).hangs()`,
      "{ signal: AbortSignal.abort() }",
    ),
    line("InvalidRequestError invalid-request", "() => {}"),
    line("ResponseDecodeError decode", `(api) => api.on(${target}).sends("")`, "{}", "broken"),
    ...walk,
    "]);",
  ].join("\n");
}

/** Statuses without a documented payload: those documented so, and one that isn't documented. */
function undescribedStatuses(failures: readonly Failure[]): number[] {
  const exceptions = failures.flatMap(({ status, hasPayload }) =>
    status.kind === "code" && !hasPayload ? [status.code] : [],
  );
  const general = failures.flatMap(({ status, hasPayload }) =>
    status.kind !== "code" && hasPayload ? [status] : [],
  );
  if (general.some(({ kind }) => kind === "default")) return exceptions;
  const free = [5, 4, 3].find((hundreds) =>
    general.every((status) => status.kind !== "range" || status.hundreds !== hundreds),
  );
  return free === undefined ? exceptions : [...exceptions, free * 100 + 99];
}

/** A status that only this response documents. */
function statusOf({ status }: Failure, { errors }: Operation): number {
  const codes = errors.flatMap((each) => (each.status.kind === "code" ? [each.status.code] : []));
  const ranges: number[] = errors.flatMap((each) =>
    each.status.kind === "range" ? [each.status.hundreds] : [],
  );
  const free = (hundreds: number) =>
    Array.from({ length: 99 }, (_, index) => hundreds * 100 + 98 - index).find(
      (code) => !codes.includes(code),
    ) ?? hundreds * 100;
  switch (status.kind) {
    case "code":
      return status.code;
    case "range":
      return free(status.hundreds);
    case "default":
      return free([4, 5].find((hundreds) => !ranges.includes(hundreds)) ?? 3);
  }
}
