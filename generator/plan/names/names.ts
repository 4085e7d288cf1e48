import type { Api, NamedError, Operation, Resource, SecurityScheme } from "../../model/api.js";
import { clientParametersOf, type ParameterKey, parameterKey } from "../call/client-parameters.js";
import { scopedSchemes } from "../call/scoped-schemes.js";
import { type ClientNames, clientNames } from "./client-names.js";
import { environmentName } from "./environment-name.js";
import type { MethodNaming } from "./method-naming.js";
import { resolveClashes } from "./name-clashes.js";
import { type OperationModule, operationModules } from "./operation-modules.js";
import { type OperationNames, operationNames } from "./operation-names.js";
import { productWords } from "./product-words.js";
import {
  globalTypes,
  moduleLocals,
  reservedMembers,
  reservedWords,
  runtimeExports,
  securityLocals,
} from "./reserved.js";
import { fileScope, identifierScope, type Scope } from "./scope.js";
import { constantCase, kebabCase, memberName, titleCase, typeName } from "./words.js";

/** The one authority on what things are called, so that a page never prints a name that the SDK lacks. */
export interface Names {
  readonly client: ClientNames;
  resource(resource: Resource): ResourceNames;
  operation(operation: Operation): OperationNames;
  /** The module that an operation is in. */
  module(operation: Operation): OperationModule;
  error(error: Pick<NamedError, "name">): ErrorNames;
  /** A schema of the document, by its key. */
  model(schemaName: string): ModelNames;
  credential(schemeName: string): CredentialNames;
  /** The constant of a scheme for operations that ask these scopes of it. */
  scheme(schemeName: string, scopes: readonly string[]): string;
  /** A parameter that the client gives. */
  global(parameter: ParameterKey): GlobalNames;
}

export interface ResourceNames {
  /** `Domains`: what people call it. */
  readonly title: string;
  /** `Organizations / Domains`: the titles on the way to it. */
  readonly trail: string;
  /** `domains`: the member of the client, or of the resource that it is on. */
  readonly accessor: string;
  /** `organizations.domains`: the way from the client, as in `clerk.organizations.domains`. */
  readonly path: string;
  /** `OrganizationsDomainsResource` */
  readonly class: string;
  /** `organizations-domains`: its module is called so. */
  readonly file: string;
  /** `organizations/domains`: the folder of its page. */
  readonly folder: string;
}

export interface ErrorNames {
  /** `ClerkErrors` */
  readonly class: string;
  /** `ClerkErrorsBody`: the type of its payload. */
  readonly body: string;
  /** `clerkerrors`: its page is called so. */
  readonly file: string;
}

export interface ModelNames {
  /** `Domain`: the exported type. */
  readonly type: string;
  /** `domain`: its page is called so. */
  readonly file: string;
}

/** What a scheme asks of the client, one after the other: a username, then a password. */
export type CredentialNames = readonly CredentialName[];

export interface CredentialName {
  /** `bearerAuth`: the option of the client. */
  readonly option: string;
  /** `CLERK_BEARER_AUTH` */
  readonly environment: string;
}

export interface GlobalNames {
  /** `customerId`: the option of the client. */
  readonly option: string;
}

/**
 * Names are given in an order in which an addition renames least: operations first, so that neither the
 * class nor a schema renames a function.
 *
 * @param className the name of the client class.
 */
export function namesFor(api: Api, className: string, methodNames: MethodNaming = "short"): Names {
  const reserved = [...reservedWords, ...runtimeExports, ...moduleLocals, ...globalTypes];
  const exported = identifierScope(reserved);
  const members = memberScopes(api);
  const resources = resourceNames(api, exported, members);
  const operations = operationNames(api, exported, members, methodNames);
  const functions = [...operations.values()].map((names) => names.function);
  const client = clientNames(className, productWords(api.title), exported, functions);
  const errors = errorNames(api, exported);
  const models = modelNames(api, exported, errors);
  const options = identifierScope([...reservedMembers, ...clientOptions]);
  const fileOf = (resource: Resource) =>
    known(resources.get(resource), resource.path.join(".")).file;
  const types = [...models.values()].map(({ type }) => type);
  const modules = operationModules(api.resources, fileOf, types);
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

/** The options that every client has. */
const clientOptions =
  "serverURL server serverVariables origin fetch headers timeoutMs retries hooks logger".split(" ");

/** What a scheme that asks for two things calls them; the rest asks for one, called like the scheme. */
const pairs: Readonly<Partial<Record<SecurityScheme["kind"], readonly string[]>>> = {
  basic: ["username", "password"],
  clientCredentials: ["clientID", "clientSecret"],
};

/** The options that give a parameter to all calls of a client. */
function globalNames(api: Api, options: Scope): Map<string, GlobalNames> {
  return new Map(
    clientParametersOf(api).map(({ parameter }) => {
      const option = options.allot(memberName(parameter.alias ?? parameter.name));
      return [parameterKey(parameter), { option }];
    }),
  );
}

function credentialNames(api: Api, prefix: string, options: Scope): Map<string, CredentialNames> {
  return new Map(
    api.security.map(({ name, kind }) => [
      name,
      (pairs[kind] ?? [memberName(name)]).map((wanted) => {
        const option = options.allot(wanted);
        return { option, environment: environmentName(prefix, constantCase(option)) };
      }),
    ]),
  );
}

/** A constant for each scheme, and one more for each set of scopes that operations ask of it. */
function schemeNames({ security, resources }: Api): Map<string, string> {
  const constants = identifierScope([...reservedWords, ...securityLocals]);
  const names = new Map(security.map(({ name }) => [name, constants.allot(memberName(name))]));
  for (const { name, scopes } of scopedSchemes(security, resources)) {
    const key = schemeKey(name, scopes);
    if (!names.has(key)) names.set(key, constants.allot(memberName(`${name} ${scopes.join(" ")}`)));
  }
  return names;
}

function schemeKey(name: string, scopes: readonly string[]): string {
  return scopes.length === 0 ? name : JSON.stringify([name, ...scopes]);
}

/** The payload steps back for the class that carries it, and only where the two would be called the same. */
function errorNames(api: Api, exported: Scope): Map<string, ErrorNames> {
  const files = fileScope();
  const aliases = new Map(api.schemas.map(({ name, alias }) => [name, alias]));
  const wishes = api.errors.map((error) => {
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
  const classes = resolveClashes(wishes, exported);
  return new Map(
    wishes.map(({ key, body }) => {
      const className = known(classes.get(key), key);
      const file = files.allot(className.toLowerCase());
      return [key, { class: className, body: exported.allot(body, `${body}Model`), file }];
    }),
  );
}

/** `ClerkErrors` as it is, and `MessageError` for a payload called `Message`. */
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
  const wishes = api.schemas
    .filter(({ name }) => !bodies.has(name))
    .map(({ name: key, alias }) => {
      const name = typeName(alias ?? key);
      return { key, name, otherwise: `${name}Model` };
    });
  const types = resolveClashes(wishes, exported);
  const files = fileScope();
  return new Map(
    api.schemas.map(({ name }) => {
      const type = known(bodies.get(name) ?? types.get(name), name);
      return [name, { type, file: files.allot(type.toLowerCase()) }];
    }),
  );
}

/** The members of each resource: those that are reached through it, then its methods. */
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
  const allot: Allotment = { exported, files: fileScope(), folders: fileScope() };
  const names = new Map<Resource, ResourceNames>();
  const name = (resource: Resource, scope: Scope, outer: ResourceNames | null) => {
    const own = resourceName(resource, scope, outer, allot);
    names.set(resource, own);
    for (const inner of resource.inner) name(inner, known(members.get(resource), own.path), own);
  };
  for (const resource of api.resources) {
    if (resource.path.length === 1) name(resource, outermost, null);
  }
  return names;
}

/** Where the names of resources are unique, besides among the members of what they are on. */
interface Allotment {
  readonly exported: Scope;
  readonly files: Scope;
  readonly folders: Scope;
}

function resourceName(
  { path, title }: Resource,
  members: Scope,
  outer: ResourceNames | null,
  { exported, files, folders }: Allotment,
): ResourceNames {
  const step = path.at(-1) ?? "";
  const accessor = members.allot(memberName(step));
  const file = kebabCase(step) || "api";
  const called = title ?? (titleCase(step) || step);
  return {
    title: called,
    trail: outer ? `${outer.trail} / ${called}` : called,
    accessor,
    path: outer ? `${outer.path}.${accessor}` : accessor,
    class: exported.allot(`${typeName(path.join(" "))}Resource`),
    file: files.allot(outer ? `${outer.file}-${file}` : file),
    folder: folders.allot(outer ? `${outer.folder}/${file}` : file),
  };
}

function known<T>(names: T | undefined, what: string): T {
  if (names === undefined) throw new Error(`no name was allotted to ${what}`);
  return names;
}
