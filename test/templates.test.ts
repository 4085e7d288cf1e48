import Handlebars from "handlebars";
import { beforeAll, describe, expect, it } from "vitest";
import * as helpers from "../generator/emit/escape/escape.js";
import { render } from "../generator/emit/render.js";
import { templateSources } from "../generator/emit/templates.js";
import { apiFrom } from "../generator/model/model.js";
import type { PlannedFile, TemplateFile } from "../generator/plan/file.js";
import type { PackageFeatures } from "../generator/plan/output.js";
import { plan } from "../generator/plan/plan.js";
import type { JsonObject } from "../generator/read/document/document.js";
import { read } from "../generator/read/read.js";

type Statement = hbs.AST.Statement;

const info = { title: "Pets API", version: "1" };

/** A document that says nothing. */
const nothing: JsonObject = { openapi: "3.1.0", info, paths: {} };

/** A document that says less than the files do, and some of it otherwise. */
const little: JsonObject = {
  openapi: "3.1.0",
  info,
  servers: [{ url: "https://pets.example.com" }],
  "x-speakeasy-retries": { strategy: "none" },
  paths: { "/pets": { get: { operationId: "list", responses: { 204: { description: "" } } } } },
};

/** A document whose only body is bytes, which has no limit of time, and whose credential no operation asks for. */
const lines: JsonObject = {
  openapi: "3.1.0",
  info,
  servers: [{ url: "/v1" }],
  paths: {
    "/lines": {
      get: { responses: { 200: { description: "", content: { "application/jsonl": {} } } } },
    },
  },
};

const bytes: JsonObject = {
  openapi: "3.1.0",
  info,
  "x-speakeasy-timeout": 0,
  components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  paths: {
    "/photo": {
      put: {
        requestBody: { required: true, content: { "image/png": {} } },
        responses: { 204: { description: "" } },
      },
    },
  },
};

/** A document whose only body is a form with a file, and whose operation has a long name, many secrets and errors. */
const form: JsonObject = {
  openapi: "3.1.0",
  info,
  paths: {
    "/photo": {
      put: {
        operationId: "replaceThePhotoOfTheAlbumThatBelongsToTheOrganisationOfTheMemberWhoAsks",
        parameters: [1, 2, 3].map((digit) => ({
          in: "query",
          name: `password_of_the_album_${digit}`,
          schema: { type: "string", format: "password" },
        })),
        requestBody: {
          content: {
            "multipart/mixed": {
              schema: {
                type: "object",
                properties: { photo: { type: "string", format: "binary" } },
              },
              encoding: { photo: { contentType: "image/png" } },
            },
          },
        },
        responses: {
          204: { description: "" },
          ...Object.fromEntries(
            [400, 401, 402, 403, 404, 405, 406, 409].map((status) => [
              status,
              { description: "", content: { "application/json": { schema: { type: "object" } } } },
            ]),
          ),
        },
      },
    },
  },
};

const picture = { type: "object", properties: { photo: { type: "string", format: "binary" } } };
const encoding = {
  photo: { contentType: "image/png", headers: { "X-Kind": { schema: { const: "photo" } } } },
  tags: { style: "form", explode: false },
};

const headers = { "X-Rate-Limit": { schema: { type: "integer" } } };

const links = {
  next: {
    operationRef: "#/paths/~1photo~1{photo}/post",
    parameters: { photo: "$response.body#/id", size: 1 },
    description: "The next one.",
  },
  other: { operationId: "none" },
};

/** A document whose bodies and responses have several media types. */
const mediaTypes: JsonObject = {
  openapi: "3.1.0",
  info,
  paths: {
    "/photo/{photo}": {
      put: {
        parameters: [{ in: "path", name: "photo", required: true, schema: { type: "string" } }],
        requestBody: {
          content: {
            "application/json": { schema: { type: "object", properties: { url: {} } } },
            "multipart/form-data": { schema: picture, encoding },
            "image/*": {},
            "image/png": {},
          },
        },
        responses: {
          200: { description: "", headers, links, content: { "application/json": {}, "a/b": {} } },
          429: { description: "", headers },
        },
      },
      post: {
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: { type: "object", properties: { url: {} } } },
            "multipart/form-data": { schema: picture, encoding },
          },
        },
        responses: { 204: { description: "" } },
      },
    },
  },
};

/** A document of many operations that fail alike. */
const alike: JsonObject = {
  openapi: "3.1.0",
  info,
  paths: Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `/pets/${index}`,
      { get: { responses: { 204: { description: "" }, 500: { description: "" } } } },
    ]),
  ),
};

/** Operations that share a model, and whose every failure has a documented payload. */
const shared: JsonObject = {
  openapi: "3.1.0",
  info,
  paths: Object.fromEntries(
    Array.from({ length: 13 }, (_, index) => [
      `/pets/${index}`,
      {
        get: {
          responses: {
            200: { description: "", content: schemaOf("Pet") },
            default: { description: "", content: schemaOf("Problem") },
          },
        },
      },
    ]),
  ),
  components: { schemas: { Pet: { type: "object" }, Problem: { type: "object" } } },
};

const features: PackageFeatures = { fetchClient: true, msw: true, moduleFormats: ["esm", "cjs"] };

/** A path whose operations don't fit on a line. */
const manyMethods: JsonObject = {
  openapi: "3.1.0",
  info,
  paths: {
    "/pets": Object.fromEntries(
      ["get", "put", "post", "delete", "patch", "options"].map((method) => [
        method,
        { operationId: `${method}AllOfThePets`, responses: { 204: { description: "" } } },
      ]),
    ),
  },
};

/** Webhooks whose events are named in a header, and one with its own URL. */
const webhooksByHeader: JsonObject = {
  openapi: "3.1.0",
  info,
  "x-fern-webhook-signature": {
    header: "X-Signature",
    timestamp: { header: "X-Time", tolerance: 9 },
  },
  paths: {
    "/lists": {
      post: {
        callbacks: { first: { "{$url}": { post: {} } }, second: { "{$url}": { post: {} } } },
        responses: { 204: { description: "" } },
      },
    },
  },
  webhooks: Object.fromEntries(
    [null, "opened", "closed"].map((action) => [
      action === null ? "list" : `issues-${action}`,
      {
        post: {
          parameters: action === null ? [] : [{ name: "X-Event", in: "header", example: "issues" }],
          requestBody: {
            content: {
              "application/json": {
                schema:
                  action === null
                    ? { type: "array" }
                    : { type: "object", properties: { action: { const: action } } },
              },
            },
          },
        },
      },
    ]),
  ),
};

/** A webhook that says nothing of itself, with a signature that receivers can't verify. */
const ping: JsonObject = {
  openapi: "3.1.0",
  info,
  "x-fern-webhook-signature": { type: "asymmetric" },
  webhooks: { ping: { post: {} } },
};

const numbers = Array.from({ length: 501 }, (_, index) => index);

/** The response of a failure whose payload is described in place. */
function failureOf(index: number): JsonObject {
  const schema = { type: "object", properties: { [`e${index}`]: { type: "string" } } };
  return { description: index === 1 ? "Sunk." : "", content: { "application/json": { schema } } };
}

/** An API with too many operations, models and classes of errors to list them. */
const large: JsonObject = {
  openapi: "3.1.0",
  info,
  paths: Object.fromEntries(
    numbers.map((index): [string, JsonObject] => [
      `/${index < 250 ? "boats" : "crews"}/${index}`,
      {
        get: {
          tags: [index === 250 ? "Crew" : "Fleet"],
          deprecated: index === 0,
          responses: {
            200: { description: "", content: schemaOf(`Model${index}`) },
            [index === 250 ? "default" : "404"]: failureOf(index),
            500: { description: "" },
          },
        },
      },
    ]),
  ),
  components: {
    schemas: Object.fromEntries(
      numbers.map((index): [string, JsonObject] => [
        `Model${index}`,
        { type: "object", properties: { [`m${index}`]: { type: "string" } } },
      ]),
    ),
  },
};

/** The pages with lists, and the pages of two operations. */
function listsOf(files: readonly PlannedFile[]): PlannedFile[] {
  const templates = files.filter((file) => file.from === "template");
  const lists = ["index", "llms", "errors", "error-group", "sdk-error", "resource"];
  return [
    ...templates.filter(({ template }) => lists.includes(template.slice(5))),
    ...templates.filter(({ template }) => template === "docs/operation-page").slice(-2),
  ];
}

function schemaOf(name: string): JsonObject {
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}

const blocks = ["if", "unless", "each", "with"];

describe("templates only print", () => {
  it.each(templateSources())("%s", (_, source) => {
    expect(Handlebars.parse(source).body.flatMap((statement) => cleverness(statement))).toEqual([]);
  });

  it.each([
    ["a sub-expression", "{{literal (lookup this 'a')}}"],
    ["a step up", "{{#each a}}{{../b}}{{/each}}"],
    ["a custom helper", "{{#eq a b}}{{/eq}}"],
    ["a condition of two parts", "{{#if a b}}{{/if}}"],
    ["a partial chosen by data", "{{> (lookup this 'a')}}"],
  ])("and %s is refused", (_, source) => {
    expect(Handlebars.parse(source).body.flatMap((statement) => cleverness(statement))).not.toEqual(
      [],
    );
  });
});

describe("views fit their templates", () => {
  let views: readonly Observed[] = [];

  beforeAll(async () => {
    const documents = [
      "spec/domains.openapi.yaml",
      "test/fixtures/everything.openapi.yaml",
      "test/fixtures/newer.openapi.yaml",
      "test/fixtures/streams.openapi.yaml",
      "test/fixtures/webhooks.openapi.yaml",
    ];
    const planned = (await Promise.all(documents.map((document) => planOf(document)))).flat();
    const files = [
      ...planned,
      ...[
        nothing,
        little,
        bytes,
        form,
        mediaTypes,
        alike,
        shared,
        manyMethods,
        webhooksByHeader,
        ping,
        lines,
      ].flatMap((document) => plan(apiFrom(document), {}, { features })),
      ...plan(apiFrom(little), {}),
      ...listsOf(plan(apiFrom(large), {})),
    ];
    views = files.filter((file) => file.from === "template").map((file) => observed(file));
    // Throws where a template asks for a field that its view doesn't have.
    render(views.map(({ file }) => file));
  }, 60_000);

  it("and every template is printed", () => {
    const printed = new Set(views.map(({ file }) => file.template as string));
    const partials = templateSources().flatMap(([, source]) =>
      [...source.matchAll(/\{\{> ([\w/-]+)/g)].map(([, name]) => name ?? ""),
    );
    const known = templateSources().map(([name]) => name);
    expect(known.filter((name) => !printed.has(name) && !partials.includes(name))).toEqual([]);
  });

  it("and every branch is printed", () => {
    const { print, branches } = markingPrinter();
    const printed = views.map(({ file }) => print(file.template, file.view)).join("");
    expect(branches.filter((branch) => !printed.includes(branch))).toEqual([]);
  });

  it("and every field is read somewhere", () => {
    const reads = new Set(views.flatMap((view) => [...view.reads]));
    const fields = new Set(views.flatMap((view) => [...view.fields]));
    expect([...fields].filter((field) => !reads.has(field)).sort()).toEqual([]);
  });
});

async function planOf(document: string): Promise<PlannedFile[]> {
  const reading = await read(document);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return plan(apiFrom(reading.source.document), {}, { features });
}

/** Prints templates that say which of their branches are printed, with all that they could say. */
function markingPrinter() {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...helpers });
  const marked = templateSources().map(([name, source]) => ({ name, ...withMarks(name, source) }));
  for (const { name, source } of marked) {
    handlebars.registerPartial(name, handlebars.compile(source, { noEscape: true }));
  }
  return {
    branches: marked.flatMap(({ marks }) => marks),
    print: (template: string, view: unknown) =>
      handlebars.compile(`{{> ${template}}}`, { noEscape: true })(view),
  };
}

/** Marks what each block prints, and what a choice prints otherwise. */
function withMarks(template: string, source: string) {
  const marks: string[] = [];
  const open: { readonly isChoice: boolean; hasElse: boolean }[] = [];
  const mark = (tag: string, offset: number) => {
    const line = source.slice(0, offset).split("\n").length;
    marks.push(`[${template}:${line} ${tag.replace(/[{}]/g, "")}]`);
    return marks.at(-1) ?? "";
  };
  const marked = source.replace(/\{\{~?(#|\/|else)[^{}]*\}\}/g, (tag, sort, offset: number) => {
    if (sort === "#") {
      open.push({ isChoice: /^\{\{#(if|unless) /.test(tag), hasElse: false });
      return tag + mark(tag, offset);
    }
    if (sort === "else") {
      const block = open.at(-1);
      if (block) block.hasElse = true;
      return tag + mark(tag, offset);
    }
    const block = open.pop();
    return block?.isChoice && !block.hasElse ? `{{else}}${mark(tag, offset)}${tag}` : tag;
  });
  return { source: marked, marks };
}

/** What a template does beyond printing, in words. */
function cleverness(statement: Statement): string[] {
  switch (statement.type) {
    case "ContentStatement":
    case "CommentStatement":
      return [];
    case "MustacheStatement":
      return oddCall(statement as hbs.AST.MustacheStatement);
    case "BlockStatement":
      return oddBlock(statement as hbs.AST.BlockStatement);
    case "PartialStatement": {
      const { name, params } = statement as hbs.AST.PartialStatement;
      return name.type === "PathExpression" && params.length === 0 ? [] : ["a clever partial"];
    }
    default:
      return [statement.type];
  }
}

function oddCall({ path, params, hash }: hbs.AST.MustacheStatement): string[] {
  const isPlain = isField(path) && params.every((param) => isField(param) || isText(param));
  const isHelper = params.length === 0 || isNamed(path, Object.keys(helpers));
  return isPlain && isHelper && hash === undefined ? [] : [`a clever print of ${nameOf(path)}`];
}

function oddBlock({ path, params, program, inverse }: hbs.AST.BlockStatement): string[] {
  const isIndent = isNamed(path, ["indented"]) && params.length === 0;
  const isPlain =
    isIndent || (isNamed(path, blocks) && params.length === 1 && params.every(isField));
  const inside = [...(program?.body ?? []), ...(inverse?.body ?? [])];
  return [...(isPlain ? [] : [`a clever block ${nameOf(path)}`]), ...inside.flatMap(cleverness)];
}

function isField(expression: hbs.AST.Expression | hbs.AST.Literal): boolean {
  if (expression.type !== "PathExpression") return false;
  const { depth, parts, data, original } = expression as hbs.AST.PathExpression;
  if (data) return original === "@first" || original === "@last";
  return depth === 0 && parts.length <= 1;
}

function isText(expression: hbs.AST.Expression): boolean {
  return expression.type === "StringLiteral";
}

function nameOf(expression: hbs.AST.Expression | hbs.AST.Literal): string {
  return "original" in expression ? String(expression.original) : expression.type;
}

function isNamed(expression: hbs.AST.Expression | hbs.AST.Literal, names: string[]): boolean {
  return names.includes(nameOf(expression));
}

interface Observed {
  readonly file: TemplateFile;
  /** Every field of the view, as `template: field.field`. */
  readonly fields: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
}

function observed(file: TemplateFile): Observed {
  const fields = new Set<string>();
  const reads = new Set<string>();
  const watch = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => watch(item, path));
    const inside = new Map(
      Object.entries(value).map(([key, field]) => {
        fields.add(`${path}.${key}`);
        return [key, watch(field, `${path}.${key}`)];
      }),
    );
    return new Proxy(value, {
      get(_, key) {
        if (typeof key !== "string") return undefined;
        // Handlebars asks every object whether it is a function or a list in disguise.
        if (["call", "toHTML", "then"].includes(key)) return undefined;
        if (!inside.has(key)) throw new Error(`${path} has no field ${key}`);
        reads.add(`${path}.${key}`);
        return inside.get(key);
      },
    });
  };
  // The proxy has the view's own fields, and gives what they give.
  const view = watch(file.view, file.template) as never;
  return { file: { ...file, view }, fields, reads };
}
