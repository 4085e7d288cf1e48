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
import { fileScope, identifierScope, resolveClashes, type Scope } from "./scope.js";
import { constantCase, kebabCase, memberName, titleCase, typeName } from "./words.js";

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

export interface ResourceNames {
  /** `Domains`: the display name. */
  readonly title: string;
  /** `Organizations / Domains`: the display names of its parents and its own. */
  readonly titlePath: string;
  /** `domains`: the property of the client or of the parent resource. */
  readonly accessor: string;
  /**
   * `organizations.domains`: the property path from the client, as in
   * `clerk.organizations.domains`.
   */
  readonly path: string;
  /** `OrganizationsDomainsResource` */
  readonly class: string;
  /** `organizations-domains`: the file name of its module. */
  readonly file: string;
  /** `organizations/domains`: the folder of its page. */
  readonly folder: string;
}

export interface ErrorNames {
  /** `ClerkErrors` */
  readonly class: string;
  /** `ClerkErrorsBody`: the type of its payload. */
  readonly body: string;
  /** `clerkerrors`: the file name of its page. */
  readonly file: string;
}

export interface ModelNames {
  /** `Domain`: the exported type. */
  readonly type: string;
  /** `domain`: the file name of its page. */
  readonly file: string;
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
  const functions = [...operations.values()].map((names) => names.function);
  const client = clientNames(className, productWords(api.title), exported, functions);
  const errors = errorNames(api, exported);
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

/** If a payload and its error class have the same name, the class keeps it. */
function errorNames(api: Api, exported: Scope): Map<string, ErrorNames> {
  const files = fileScope();
  const aliases = new Map(api.schemas.map(({ name, alias }) => [name, alias]));
  const candidates = api.errors.map((error) => {
    const { name: key, schemaName, responseName } = error;
    const own = typeName(aliases.get(schemaName ?? "") ?? key);
    const name =
      responseName === null
        ? errorName(own)
        : typeName(responseName).replace(/^_(.+?)(Error)?$/, "Error$1");
    const body = schemaName === null || name === own ? `${name}Body` : own;
    const otherwise = errorName(name) === name ? `${name}Response` : errorName(name);
    return { key, name, otherwise, body };
  });
  const classes = resolveClashes(candidates, exported);
  return new Map(
    candidates.map(({ key, body }) => {
      const className = known(classes.get(key), key);
      const file = files.reserve(className.toLowerCase());
      return [key, { class: className, body: exported.reserve(body, `${body}Model`), file }];
    }),
  );
}

/** `ClerkErrors` stays as it is; a payload called `Message` becomes `MessageError`. */
function errorName(payload: string): string {
  return /(error|exception|failure|fault|problem)s?$/i.test(payload) ? payload : `${payload}Error`;
}

function modelNames(
  api: Api,
  exported: Scope,
  errors: ReadonlyMap<string, ErrorNames>,
): Map<string, ModelNames> {
  const bodies = new Map(
    api.errors.flatMap(({ name, schemaName }) =>
      schemaName === null ? [] : [[schemaName, known(errors.get(name), name).body] as const],
    ),
  );
  const candidates = api.schemas
    .filter(({ name }) => !bodies.has(name))
    .map(({ name: key, alias }) => {
      const name = typeName(alias ?? key);
      return { key, name, otherwise: `${name}Model` };
    });
  const types = resolveClashes(candidates, exported);
  const files = fileScope();
  return new Map(
    api.schemas.map(({ name }) => {
      const type = known(bodies.get(name) ?? types.get(name), name);
      return [name, { type, file: files.reserve(type.toLowerCase()) }];
    }),
  );
}

/** The members of each resource: nested resources first, then methods. */
type MemberScopes = ReadonlyMap<Resource, Scope>;

function memberScopes({ resources }: Api): MemberScopes {
  return new Map(resources.map((resource) => [resource, identifierScope(reservedMembers)]));
}

function resourceNames(
  api: Api,
  exported: Scope,
  members: MemberScopes,
): Map<Resource, ResourceNames> {
  const outermost = identifierScope(reservedMembers);
  const resourceScopes: ResourceScopes = { exported, files: fileScope(), folders: fileScope() };
  const names = new Map<Resource, ResourceNames>();
  const name = (resource: Resource, scope: Scope, outer: ResourceNames | null) => {
    const own = resourceName(resource, scope, outer, resourceScopes);
    names.set(resource, own);
    for (const inner of resource.inner) name(inner, known(members.get(resource), own.path), own);
  };
  for (const resource of api.resources) {
    if (resource.path.length === 1) name(resource, outermost, null);
  }
  return names;
}

/** The scopes of resource names, in addition to the members of the parent. */
interface ResourceScopes {
  readonly exported: Scope;
  readonly files: Scope;
  readonly folders: Scope;
}

function resourceName(
  { path, title }: Resource,
  members: Scope,
  outer: ResourceNames | null,
  { exported, files, folders }: ResourceScopes,
): ResourceNames {
  const step = path.at(-1) ?? "";
  const accessor = members.reserve(memberName(step));
  const file = kebabCase(step) || "api";
  const displayName = title ?? (titleCase(step) || step);
  return {
    title: displayName,
    titlePath: outer ? `${outer.titlePath} / ${displayName}` : displayName,
    accessor,
    path: outer ? `${outer.path}.${accessor}` : accessor,
    class: exported.reserve(`${typeName(path.join(" "))}Resource`),
    file: files.reserve(outer ? `${outer.file}-${file}` : file),
    folder: folders.reserve(outer ? `${outer.folder}/${file}` : file),
  };
}

function known<T>(names: T | undefined, what: string): T {
  if (names === undefined) throw new Error(`no name was assigned to ${what}`);
  return names;
}
