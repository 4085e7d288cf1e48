import type { Api } from "../../model/api/api.js";
import type { Parameter } from "../../model/api/parameter.js";
import type { SecurityScheme } from "../../model/api/security.js";
import { stringLiteral } from "../../text.js";
import { clientParametersOf } from "../call/arguments.js";
import { callFrom } from "../call/call.js";
import { secretPayloadFields } from "../call/secrets.js";
import { alternativesFrom } from "../call/security.js";
import { calledServers, isRelative, variablesOf } from "../call/servers.js";
import type { TemplateFile } from "../file.js";
import { importViews, moduleTypeNames, use, useType } from "../imports.js";
import { userAgentOf } from "../names/identity.js";
import type { CredentialNames } from "../names/names.js";
import type { Blueprint } from "../output.js";
import { typeText } from "../types/type-text.js";
import { typesOf } from "../types/types.js";
import { docText } from "./doc.js";
import { isPlain, namesView, retriesView, serverViews } from "./operation-data.js";
import { namesSchemes, securityView } from "./security-file.js";
import type { OptionView } from "./views.js";

/** The module of the client without methods, for the standalone functions. */
export function coreFile(blueprint: Blueprint): TemplateFile {
  const { api, names, identity } = blueprint;
  const [first, ...others] = api.servers;
  const hasChoice = first !== undefined && (others.length > 0 || !isPlain(first));
  const security = securityView(alternativesFrom(api.requirements, api), names);
  const globals = clientParametersOf(api).map((global) => globalOption(global, blueprint));
  const secrets = namesView(
    "  secretFields: /* @__PURE__ */ secretPayloads",
    secretPayloadFields(api),
  );
  const options = [
    ...api.security.flatMap((scheme) => credentialOptions(scheme, names.credential(scheme.name))),
    ...serverOptions(api),
    ...streamOptions(api),
    ...globals.map(({ view }) => view),
  ];
  return {
    path: "src/core.ts",
    from: "template",
    template: "sdk/core",
    view: {
      imports: importViews([
        ...use("./runtime/client-core.js", "ClientCore"),
        ...useType("./runtime/client-core.js", "ApiDefaults", "ClientOptions"),
        ...(hasChoice ? use("./runtime/server.js", "serverAmong") : []),
        ...(secrets ? use("./runtime/secret-fields.js", "secretPayloads") : []),
        ...globals.flatMap(({ uses }) => uses),
        ...(api.security.length > 0 ? useType("./runtime/security.js", "Credential") : []),
      ]),
      core: names.client.core,
      options: names.client.options,
      members: options,
      credentials: api.security.flatMap(({ name }) =>
        names.credential(name).map(({ option }) => option),
      ),
      plainServer: first && !hasChoice ? first.url : null,
      servers: hasChoice ? serverViews(api.servers) : [],
      userAgent: userAgentOf(identity),
      hasSecurity: namesSchemes(security),
      security: security.alternatives.length === 0 ? null : security,
      secrets,
      retries: api.retries && retriesView(api.retries),
      timeoutMs: api.timeoutMs === null ? null : String(api.timeoutMs),
    },
  };
}

function credentialOptions(scheme: SecurityScheme, names: CredentialNames): OptionView[] {
  const format = scheme.kind === "bearer" && scheme.format ? `Format: \`${scheme.format}\`.` : null;
  return names.map(({ option, environment }) => ({
    name: option,
    type: "Credential | null",
    values: [],
    variables: [],
    doc: docText([
      scheme.description,
      format,
      `Default: the environment variable \`${environment}\`.`,
    ]),
  }));
}

/** A client option for a parameter that calls may omit. */
function globalOption(parameter: Parameter, blueprint: Blueprint) {
  const { api, names } = blueprint;
  const typeNames = moduleTypeNames(blueprint, "src");
  const type = typesOf(api).typeOf(parameter.schema);
  const fallback = "Sent with calls that omit it.";
  const view: OptionView = {
    name: names.global(parameter).option,
    type: typeText(type, typeNames, "undefined"),
    values: [],
    variables: [],
    doc: docText([parameter.description, fallback], parameter.deprecated),
  };
  return { view, uses: typeNames.uses };
}

function serverOptions(api: Api): OptionView[] {
  const { servers } = api;
  const names = servers.flatMap(({ name }) => (name === null ? [] : [name]));
  const allServers = calledServers(api);
  const variables = variablesOf(allServers);
  const none = { type: null, values: [], variables: [] };
  const server = {
    ...none,
    name: "server",
    values: [...servers.keys()].map(String).concat([...new Set(names)].map(stringLiteral)),
    doc: "The server to call, by index or name. Default: the first.",
  };
  const serverVariables = {
    ...none,
    name: "serverVariables",
    variables: variables.map(({ name, values }) => ({
      name,
      values: values.map(stringLiteral),
    })),
    doc: "Values of the variables in the server URL. Default: those of the API's description.",
  };
  const origin = {
    ...none,
    name: "origin",
    type: "string | URL",
    doc: "The base URL of the relative server URL. Default: the current page in browsers.",
  };
  return [
    ...(servers.length > 1 ? [server] : []),
    ...(variables.length > 0 ? [serverVariables] : []),
    ...(allServers.some(isRelative) ? [origin] : []),
  ];
}

/** The option of clients whose calls return streams. */
function streamOptions(api: Api): OptionView[] {
  const hasStreams = api.operations.some((operation) => {
    const { stream, hasBytes } = callFrom(operation, api);
    return stream !== null || hasBytes;
  });
  if (!hasStreams) return [];
  return [
    {
      name: "idleTimeoutMs",
      type: "number",
      values: [],
      variables: [],
      doc: "The longest wait for the next item of a stream, in milliseconds; 0, the default, means no limit.",
    },
  ];
}
