import type { Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import { type FindSchema, schemaFinder } from "../../model/schema/find-schema.js";
import { anchorsOf } from "../../text.js";
import { callFrom } from "../call/call.js";
import { fileScope } from "../names/scope.js";
import { kebabCase } from "../names/words.js";
import type { Blueprint } from "../output.js";
import { responseSample } from "../samples/response-sample.js";

/** The pages of a resource. */
export interface ResourcePages {
  /** Whether each operation has its own page. */
  readonly isSplit: boolean;
  /** The page of each operation, with an anchor if it shares the page. */
  readonly operations: ReadonlyMap<Operation, string>;
}

/** The maximum number of operations on one page. */
export const mostOperations = 20;

/** The maximum length of a page in characters of Markdown; on the site it is about four times as long. */
const mostText = 60_000;

export function resourcePagesOf(resource: Resource, blueprint: Blueprint): ResourcePages {
  const isSplit = isLong(resource, blueprint);
  const operations = isSplit ? ownPages(resource, blueprint) : sections(resource, blueprint);
  return { isSplit, operations: new Map(operations) };
}

/** The page of all operations of a resource, or the index of their pages. */
export function mainPage(resource: Resource, blueprint: Blueprint): string {
  return `${folderOf(resource, blueprint)}/README.md`;
}

function folderOf(resource: Resource, { names }: Blueprint): string {
  return `docs/sdks/${names.resource(resource).folder}`;
}

/** Operations in the order of their page: deprecated ones last. */
export function listedOperations({ operations }: Resource): Operation[] {
  const isCurrent = ({ deprecated }: Operation) => deprecated === null;
  return [...operations.filter(isCurrent), ...operations.filter((each) => !isCurrent(each))];
}

function isLong({ operations }: Resource, blueprint: Blueprint): boolean {
  if (operations.length <= 1) return false;
  if (operations.length > mostOperations) return true;
  const find = schemaFinder(blueprint.api.schemas);
  const lengths = operations.map((operation) => lengthOf(operation, blueprint, find));
  return lengths.reduce((sum, each) => sum + each, 0) > mostText;
}

/**
 * The approximate length of an operation's section, in characters: its headings and programs, its
 * description, the tables of its request and results, and its sample answers.
 */
function lengthOf(operation: Operation, { api }: Blueprint, find: FindSchema): number {
  const { description, success, errors } = operation;
  const fields = callFrom(operation, api).arguments.fields.map((field) => [
    field.description,
    field.schema,
  ]);
  const results = success.map(({ content, headers }) => [content?.schema, headers]);
  const payloads = new Map(
    [...success, ...errors].map((each) => [each.error ?? each.status, each.content]),
  );
  const samples = [...payloads.values()].map((content) => content && responseSample(content, find));
  const text = [description, ...samples].join("").length;
  return 2000 + text + 0.4 * JSON.stringify([fields, results]).length;
}

type OperationPage = readonly [operation: Operation, page: string];

function ownPages(resource: Resource, blueprint: Blueprint): OperationPage[] {
  const files = fileScope();
  files.reserve("readme");
  return listedOperations(resource).map((operation): OperationPage => {
    const file = files.reserve(kebabCase(blueprint.names.operation(operation).method));
    return [operation, `${folderOf(resource, blueprint)}/${file}.md`];
  });
}

/** Needs all headings of the page, because `list` may be the second one of its name. */
function sections(resource: Resource, blueprint: Blueprint): OperationPage[] {
  const { names } = blueprint;
  const { description, inner } = resource;
  const listed = listedOperations(resource);
  const before = [
    names.resource(resource).title,
    ...(description === null && listed.length === 0 ? [] : ["Overview"]),
    ...(listed.length === 0 ? [] : ["Available Operations"]),
    ...(inner.length === 0 ? [] : ["Resources"]),
  ];
  const headings = listed.flatMap((operation) => [
    names.operation(operation).method,
    ...operationHeadings,
  ]);
  const anchors = anchorsOf([...before, ...headings]).slice(before.length);
  return listed.map((operation, index): OperationPage => {
    const anchor = anchors[index * (operationHeadings.length + 1)];
    return [operation, `${mainPage(resource, blueprint)}#${anchor}`];
  });
}

/** Mirrors `templates/docs/operation-body.hbs`. */
const operationHeadings = [
  "Example Usage",
  "Standalone function",
  "Parameters",
  "Response",
  "Errors",
];
