import { causesOf } from "./causes.js";
import { type MockOptions, type MockServer, startMock } from "./mock/server.js";
import type { Api } from "./model/api/api.js";
import { apiFrom } from "./model/model.js";
import type { ModelSettings } from "./model/model-settings.js";
import { didYouMean, nearest } from "./nearest.js";
import type { PackageNaming } from "./plan/names/identity.js";
import type { LocatedProblem } from "./problem.js";
import { locate } from "./read/document/locate.js";
import { read } from "./read/read.js";
import { type InputOptions, noChanges } from "./read/source.js";

/** A mock server, or the problems that prevent it. */
export interface Serving {
  readonly problems: readonly LocatedProblem[];
  /** `null` if the document can't be used. */
  readonly server: MockServer | null;
}

interface ReadOptions {
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly inputOptions?: InputOptions | undefined;
  readonly modelSettings?: ModelSettings | undefined;
}

/** The pipeline of a mock server: reads a document and serves it. */
export async function serve(input: string, options: ReadOptions & MockOptions): Promise<Serving> {
  const { api, problems } = await apiIn(input, options);
  return { problems, server: api && (await startMock(api, options)) };
}

export interface SendOptions extends ReadOptions {
  /** The type of the event. */
  readonly event: string;
  /** The URL of the receiver. */
  readonly to: string;
  readonly naming: PackageNaming;
  /** Contains the signing secret. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A webhook that was sent, or why it wasn't. */
export interface Sending {
  readonly problems: readonly LocatedProblem[];
  /** The status that the receiver answered. */
  readonly status?: number;
  /** Why nothing could be sent, as a sentence without a full stop. */
  readonly refusal?: string;
}

/** The pipeline of a webhook: reads a document and sends one of its events, signed. */
export async function sendEvent(input: string, options: SendOptions): Promise<Sending> {
  const { api, problems } = await apiIn(input, options);
  if (api === null) return { problems };
  // Imported here, so that a server starts fast.
  const { deliveryOf, findEvent } = await import("./mock/delivery.js");
  const { event: type, to } = options;
  const event = findEvent(api, type);
  if (event === undefined) return { problems, refusal: unknownEvent(type, api) };
  const signing = await signingSecret(api, input, options);
  if ("refusal" in signing) return { problems, ...signing };
  try {
    const { status } = await fetch(to, {
      ...deliveryOf(event, api, signing.secret),
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(longestAnswer),
    });
    return { problems, status };
  } catch (thrown) {
    const reason = causesOf(thrown).at(-1);
    return { problems, refusal: `${to} doesn't answer: ${reason?.code || reason?.message}` };
  }
}

/** The secret in the environment, `null` if deliveries aren't signed, or why there is none that signs. */
async function signingSecret(
  api: Api,
  input: string,
  { naming, env }: SendOptions,
): Promise<{ readonly secret: string | null } | { readonly refusal: string }> {
  const signature = api.webhooks?.signature;
  if (signature === undefined || signature.scheme === "unsupported") return { secret: null };
  const variable = await secretVariable(api, { ...naming, input });
  const secret = env[variable] ?? "";
  if (secret === "") return { refusal: `set ${variable} to the signing secret of the receiver` };
  const { secretFault } = await import("./mock/signature.js");
  const fault = secretFault(signature, secret);
  return fault === null ? { secret } : { refusal: `${variable} is ${fault}` };
}

/** How long a receiver may take, in milliseconds. */
const longestAnswer = 30_000;

function unknownEvent(type: string, { webhooks }: Api): string {
  if (webhooks === null) return "the document describes no webhooks";
  const types = webhooks.events.map((event) => event.type);
  const hint = didYouMean(nearest(type, types), `it has ${types.slice(0, 10).join(", ")}`);
  return `the document has no event "${type}": ${hint}`;
}

/** The environment variable from which the emitted package reads the secret too. */
async function secretVariable(api: Api, naming: PackageNaming): Promise<string> {
  const [{ namesFor }, { identityFrom }] = await Promise.all([
    import("./plan/names/names.js"),
    import("./plan/names/identity.js"),
  ]);
  const { className, methodNames } = identityFrom(api, naming);
  return namesFor(api, className, methodNames).client.webhookSecret;
}

async function apiIn(
  input: string,
  { stdin, inputOptions = noChanges, modelSettings }: ReadOptions,
): Promise<{ readonly api: Api | null; readonly problems: readonly LocatedProblem[] }> {
  const reading = await read(input, stdin, inputOptions);
  if (!reading.ok) return { problems: reading.problems, api: null };
  const { source } = reading;
  const api = apiFrom(source.document, modelSettings);
  const problems = [...reading.warnings, ...(await locate(source.trace, api.problems))];
  const isUnusable = problems.some(({ severity }) => severity === "error");
  return { problems, api: isUnusable ? null : api };
}
