import type { Api, Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import { isBodyAllOrNothing } from "../call/arguments.js";
import { callFrom, hasOwnStreamItem } from "../call/call.js";
import type { MethodNaming } from "./method-naming.js";
import { pathTitle, withoutPath } from "./path-id.js";
import { distinctNames, type Scope } from "./scope.js";
import { functionWords, shortName, wholeName, withoutService } from "./short-name.js";
import { memberName, typeName } from "./words.js";

export interface OperationNames {
  /** `update`, as in `clerk.domains.update`. */
  readonly method: string;
  /** `updateDomain` */
  readonly function: string;
  /** `UpdateDomainRequest` */
  readonly request: string;
  /** `UpdateDomainResponse`, for a payload without a name. */
  readonly response: string;
  /** `ListDomainsItem`, for items of a paged list without a name. */
  readonly item: string;
  /** `WatchDomainsEvent` or `ExportDomainsItem`, for items of a stream without a name. */
  readonly streamItem: string;
  /** `UpdateDomainError` */
  readonly error: string;
  /** `UploadFileRequests`: the types of requests by media type, if there are several. */
  readonly requests: string;
  /** `ExportUsersResponses`: the types of results by media type, if there are several. */
  readonly responses: string;
  /** The types of those requests, the default first: `UploadFileRequest`, `UploadFileMultipartRequest`. */
  readonly requestVariants: readonly string[];
  /** `updateDomainOperation`: the variable with the data for the runtime. */
  readonly data: string;
  /** `listDomainsPages`: the variable with the data of its pages for the runtime. */
  readonly pages: string;
}

/**
 * The names of operations, independent of their order in the document. Ids with the same short name
 * keep all their words; if they still clash, the operation with the lowest rank keeps the name, and
 * the others are named after their method and path.
 *
 * @param exported the scope of functions and types; all functions are named before the types.
 * @param members the scope of methods on each resource.
 */
export function operationNames(
  api: Pick<Api, "operations" | "resources" | "schemas" | "security">,
  exported: Scope,
  members: ReadonlyMap<Resource, Scope>,
  naming: MethodNaming,
): Map<Operation, OperationNames> {
  const { operations, resources } = api;
  const titles = titlesOf(operations, resources);
  const functions = new Map(
    [...titles].map(([operation, title]) => [operation, exported.reserve(memberName(title))]),
  );
  const methods = methodNames(resources, titles, members, naming);
  return new Map(
    [...titles].map(([operation, title]) => {
      const own = functions.get(operation) ?? operation.id;
      const names: OperationNames = {
        method: methods.get(operation) ?? own,
        function: own,
        data: exported.reserve(`${own}Operation`),
        pages: operation.paging === null ? `${own}Pages` : exported.reserve(`${own}Pages`),
        ...typeNames(operation, typeName(title), exported, api),
      };
      return [operation, names];
    }),
  );
}

/** Reserves names only for types that are emitted, so that models can use the others. */
function typeNames(
  operation: Operation,
  type: string,
  exported: Scope,
  api: Pick<Api, "schemas" | "security">,
): Omit<OperationNames, "method" | "function" | "data" | "pages"> {
  const call = callFrom(operation, api);
  const { requestVariants, resultVariants } = call;
  const nameIf = (name: string, isEmitted: boolean) => (isEmitted ? exported.reserve(name) : name);
  const error = exported.reserve(`${type}Error`);
  const request = nameIf(`${type}Request`, call.arguments.fields.length > 0);
  const variants = requestVariants.map(({ bodies: [first] }, index) =>
    index === 0 || !first
      ? request
      : exported.reserve(`${type}${mediaTypeName(first.contentType)}Request`),
  );
  // Reserves the names of the declarations of such a request.
  for (const [index, each] of (requestVariants.length > 0 ? requestVariants : [call]).entries()) {
    if (!isBodyAllOrNothing(each)) continue;
    for (const end of ["WithBody", "WithoutBody"])
      exported.reserve((variants[index] ?? request) + end);
  }
  return {
    error,
    request,
    response: nameIf(`${type}Response`, call.hasOwnResult),
    item: nameIf(`${type}Item`, call.hasOwnItem),
    streamItem: nameIf(
      `${type}${call.stream?.format === "events" ? "Event" : "Item"}`,
      call.stream !== null && hasOwnStreamItem(call.stream),
    ),
    requests: nameIf(`${type}Requests`, requestVariants.length > 1),
    responses: nameIf(`${type}Responses`, resultVariants.length > 1),
    requestVariants: variants,
  };
}

/** A word for a media type: `Multipart`, `Csv`, `Image`. */
function mediaTypeName(contentType: string): string {
  const [mediaType = ""] = contentType.split(";");
  const [type = "", subtype = ""] = mediaType.trim().split("/");
  if (type === "multipart") return "Multipart";
  const words: Readonly<Record<string, string>> = {
    plain: "text",
    "octet-stream": "bytes",
    "x-www-form-urlencoded": "form",
    "*": type === "*" ? "bytes" : type,
  };
  return typeName(words[subtype] ?? subtype.replace(/^(x-|vnd\.)/, ""));
}

/** The words for each operation's name, preferably those of its id. */
type Titles = ReadonlyMap<Operation, string>;

function titlesOf(operations: readonly Operation[], resources: readonly Resource[]): Titles {
  const taken = new Set<string>();
  const own: [Operation, string][] = [];
  const others: [Operation, string][] = [];
  const written = writtenTitles(resources);
  for (const operation of byRank(operations)) {
    const { id, method, path } = operation;
    const title = written.get(operation) ?? id;
    const names = [memberName(title), typeName(title)];
    if (names.some((name) => taken.has(name))) others.push([operation, `${method} ${path}`]);
    else own.push([operation, title]);
    for (const name of names) taken.add(name);
  }
  return new Map([...own, ...others]);
}

/** Ids without the words that frameworks add, if the results are distinct. */
function writtenTitles(resources: readonly Resource[]): Titles {
  const candidates = resources.flatMap(({ path, operations }) =>
    operations.map((operation): [Operation, string[]] => {
      const title = pathTitle(operation);
      if (title !== null) return [operation, [title.words, operation.id]];
      const written = withoutPath(operation);
      const words = functionWords(written, path);
      // If an extension names the method, the author chose the id as the function's name.
      const first = operation.methodName === null ? words : written;
      return [operation, [first, wholeName(written, path), written, operation.id]];
    }),
  );
  return distinctNames(new Map(candidates), (title) => memberName(title).toLowerCase());
}

function byRank(operations: readonly Operation[]): Operation[] {
  return operations.toSorted((a, b) => a.rank - b.rank);
}

/**
 * The method names on each resource. A name from an extension comes first, and the lowest rank
 * keeps it if several have it; other names omit the words of the resource, if they stay distinct.
 */
function methodNames(
  resources: readonly Resource[],
  titles: Titles,
  members: ReadonlyMap<Resource, Scope>,
  naming: MethodNaming,
): Map<Operation, string> {
  const names = new Map<Operation, string>();
  for (const resource of resources) {
    const scope = members.get(resource);
    if (scope === undefined) continue;
    for (const operation of byRank(resource.operations)) {
      const preferred = operation.methodName === null ? null : memberName(operation.methodName);
      if (preferred !== null && scope.isFree(preferred))
        names.set(operation, scope.reserve(preferred));
    }
    const others = byRank(resource.operations).filter((operation) => !names.has(operation));
    const candidates = others.map((operation): [Operation, string[]] => {
      const whole = titles.get(operation) ?? operation.id;
      const { id, method, path, methodName } = operation;
      const title = pathTitle(operation);
      const isWritten = title === null ? id !== `${method} ${path}` : !title.hasParameters;
      const isShort = naming === "short" && isWritten && methodName === null;
      const written = title?.words ?? withoutService(withoutPath(operation));
      const words = isShort ? [shortName(written, resource.path), whole] : [whole];
      return [operation, words.map(memberName)];
    });
    for (const [operation, name] of distinctNames(new Map(candidates), undefined, scope.isFree)) {
      names.set(operation, scope.reserve(name, `${name}_`));
    }
  }
  return names;
}
