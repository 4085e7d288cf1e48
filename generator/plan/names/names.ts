import type { Api, NamedError, Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { SecurityScheme } from "../../model/api/security.js";
import { clientParametersOf, type ParameterKey, parameterKey } from "../call/arguments.js";
import { schemesOfCalls } from "../call/security.js";
import { type ClientNames, clientNames, environmentName } from "./client-names.js";
import type { MethodNaming } from "./method-naming.js";
import { type OperationNames, operationNames } from "./operation-names.js";
import { productWords } from "./product-words.js";
import {
  globalTypes,
  moduleLocals,
  reservedMembers,
  reservedWords,
  runtimeExports,
  securityLocals,
  webhookLocals,
} from "./reserved.js";
import { memberScopes, type ResourceNames, resourceNames } from "./resource-names.js";
import { type ErrorNames, errorNames, type ModelNames, modelNames } from "./schema-names.js";
import { identifierScope, known, type Scope } from "./scope.js";
import { constantCase, memberName } from "./words.js";

/**
 * The names of everything in the package. The SDK and the pages both read them here, so a page
 * never shows a name that the SDK lacks.
 */
export interface Names {
  readonly client: ClientNames;
  resource(resource: Resource): ResourceNames;
  operation(operation: Operation): OperationNames;
  /** The module of `src/operations/` that an operation is in, without its extension. */
  module(operation: Operation): string;
  error(error: Pick<NamedError, "name">): ErrorNames;
  /** The names of a schema, by its key in the document. */
  model(schemaName: string): ModelNames;
  credential(schemeName: string): CredentialNames;
  /** The constant of a scheme for operations that require these scopes. */
  scheme(schemeName: string, scopes: readonly string[]): string;
  /** The names of a client parameter. */
  global(parameter: ParameterKey): GlobalNames;
}

/** The credentials of a scheme, in order: a username, then a password. */
export type CredentialNames = readonly CredentialName[];

export interface CredentialName {
  /** `bearerAuth`: the client option. */
  readonly option: string;
  /** `CLERK_BEARER_AUTH` */
  readonly environment: string;
}

export interface GlobalNames {
  /** `customerId`: the client option. */
  readonly option: string;
}

/**
 * Assigns all names, in an order in which additions rename as little as possible: operations come
 * first, so that neither the class nor a schema renames a function.
 *
 * @param className the name of the client class.
 */
export function namesFor(api: Api, className: string, methodNames: MethodNaming = "short"): Names {
  const reserved = [
    ...[...reservedWords, ...runtimeExports, ...moduleLocals, ...globalTypes],
    ...(api.webhooks === null ? [] : webhookLocals),
  ];
  const exported = identifierScope(reserved);
  const members = memberScopes(api);
  const resources = resourceNames(api, exported, members);
  const operations = operationNames(api, exported, members, methodNames);
  const functions = new Map([...operations].map(([{ id }, names]) => [id, names.function]));
  const client = clientNames(className, productWords(api.title), exported, [...functions.values()]);
  const errors = errorNames(api, exported, functions);
  const models = modelNames(api, exported, errors);
  const options = identifierScope([...reservedMembers, ...clientOptions]);
  const modules = new Map(
    [...resources].flatMap(([resource, { file }]) =>
      resource.operations.map((operation) => [operation, file] as const),
    ),
  );
  const credentials = credentialNames(api, client.environment, options);
  const globals = globalNames(api, options);
  const schemes = schemeNames(api);
  return {
    client,
    resource: (resource) => known(resources.get(resource), resource.path.join(".")),
    operation: (operation) => known(operations.get(operation), operation.id),
    module: (operation) => known(modules.get(operation), operation.id),
    error: (error) => known(errors.get(error.name), error.name),
    model: (name) => known(models.get(name), name),
    credential: (name) => known(credentials.get(name), name),
    global: (parameter) => known(globals.get(parameterKey(parameter)), parameter.name),
    scheme: (name, scopes) => known(schemes.get(schemeKey(name, scopes)), name),
  };
}

/** The options of every client. */
const clientOptions =
  "serverURL server serverVariables origin fetch headers timeoutMs idleTimeoutMs retries limits clock hooks logger".split(
    " ",
  );

/**
 * The names of credentials for schemes with two; other schemes have one, named after the scheme.
 */
const pairs: Readonly<Partial<Record<SecurityScheme["kind"], readonly string[]>>> = {
  basic: ["username", "password"],
  clientCredentials: ["clientID", "clientSecret"],
};

/** The client options that set a parameter of all calls. */
function globalNames(api: Api, options: Scope): Map<string, GlobalNames> {
  return new Map(
    clientParametersOf(api).map((parameter) => {
      const option = options.reserve(memberName(parameter.alias ?? parameter.name));
      return [parameterKey(parameter), { option }];
    }),
  );
}

function credentialNames(api: Api, prefix: string, options: Scope): Map<string, CredentialNames> {
  return new Map(
    api.security.map(({ name, kind }) => [
      name,
      (pairs[kind] ?? [memberName(name)]).map((wanted) => {
        const option = options.reserve(wanted);
        return { option, environment: environmentName(prefix, constantCase(option)) };
      }),
    ]),
  );
}

/** One constant for each scheme, and one for each set of scopes that operations require. */
function schemeNames(api: Api): Map<string, string> {
  const constants = identifierScope([...reservedWords, ...securityLocals]);
  const names = new Map(
    api.security.map(({ name }) => [name, constants.reserve(memberName(name))]),
  );
  for (const { name, scopes } of schemesOfCalls(api)) {
    const key = schemeKey(name, scopes);
    if (!names.has(key))
      names.set(key, constants.reserve(memberName(`${name} ${scopes.join(" ")}`)));
  }
  return names;
}

function schemeKey(name: string, scopes: readonly string[]): string {
  return scopes.length === 0 ? name : JSON.stringify([name, ...scopes]);
}
