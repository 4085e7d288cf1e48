import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deadLinks } from "../../../generator/emit/links.js";
import { render } from "../../../generator/emit/render.js";
import type { Api } from "../../../generator/model/api/api.js";
import type { Schema } from "../../../generator/model/api/schema.js";
import { docs, siteFiles } from "../../../generator/plan/docs/docs.js";
import { root } from "../../imports.js";
import { plain } from "../../model/documents.js";
import {
  blueprint,
  field,
  json,
  list,
  named,
  object,
  operation,
  resource,
  response,
  schema,
  server,
  text,
} from "./fixture.js";

/** The pages of an API, by path. */
function pagesOf(api: Partial<Api>): Map<string, string> {
  const files = render(docs(blueprint(api)).files);
  expect(deadLinks(files)).toEqual([]);
  return new Map(
    files.filter(({ path }) => path.endsWith(".md")).map(({ path, text }) => [path, text]),
  );
}

const origin = { operationId: "get", status: { kind: "default" }, contentType: "" } as const;

const pets: Partial<Api> = {
  resources: [
    resource("Pets", [
      operation("old", { summary: "The old way", deprecated: { reason: "Use get." } }),
      operation("get", {
        path: "/pets/{id}",
        summary: "Get a pet",
        parameters: [
          {
            ...field("id", text()),
            in: "path",
            alias: null,
            global: null,
            required: true,
            serialization: null,
            examples: [],
          },
        ],
        success: [response(200, { description: "A pet.", content: json(named("Pet")) })],
        errors: [
          response(404, {
            description: "No such pet.",
            error: "Gone",
            content: json(named("Gone")),
          }),
        ],
      }),
    ]),
  ],
  schemas: [
    { name: "Pet", alias: null, schema: object([field("friends", list(named("Pet")))]) },
    { name: "Gone", alias: null, schema: object([field("pet", named("Pet"))]) },
    { name: "Pets", alias: null, schema: list(named("Pet")) },
  ],
  errors: [{ name: "Gone", schemaName: "Gone", responseName: null, origin, schema: named("Gone") }],
};

describe("the reference", () => {
  it("has exactly one page for everything", () => {
    expect([...pagesOf(pets).keys()]).toEqual([
      "README.md",
      "docs/guides/errors.md",
      "docs/guides/retries.md",
      "docs/guides/timeouts.md",
      "docs/guides/servers.md",
      "docs/guides/hooks.md",
      "docs/guides/options.md",
      "docs/guides/limits.md",
      "docs/guides/testing.md",
      "docs/README.md",
      "docs/sdks/pets/README.md",
      "docs/models/pet.md",
      "docs/models/pets.md",
      "docs/errors/README.md",
      "docs/errors/goneerror.md",
      "docs/errors/sdkerror.md",
      "docs/errors/connectionerror.md",
      "docs/errors/requesttimeouterror.md",
      "docs/errors/requestabortederror.md",
      "docs/errors/invalidrequesterror.md",
      "docs/errors/responsedecodeerror.md",
    ]);
  });

  it("of an empty document has its pages", () => {
    expect(pagesOf({ servers: [] }).get("README.md")).toContain(
      "`things` is the TypeScript SDK for this API. See the [reference](docs/README.md).\n\n## Installation",
    );
  });

  it("of a resource keeps the sections and their order, what is deprecated last", () => {
    const page = pagesOf(pets).get("docs/sdks/pets/README.md") ?? "";
    const operationSections = [
      "### Example Usage",
      "### Standalone function",
      "### Parameters",
      "### Response",
      "### Errors",
    ];
    expect(page.split("\n").filter((line) => line.startsWith("#"))).toEqual([
      "# Pets",
      "## Overview",
      "### Available Operations",
      "## get",
      ...operationSections,
      "## ~~old~~",
      ...operationSections,
    ]);
    expect(page).toContain("- [~~old~~](#old) - The old way **Deprecated.** Use get.\n");
    expect(page).toContain("[`Pet`](../../models/pet.md) (200): A pet.\n");
    expect(page).toContain("| `id` | `string` | ✔️ | |\n");
  });

  it("of a resource shows a response for each success and error class", () => {
    const page = pagesOf(pets).get("docs/sdks/pets/README.md") ?? "";
    expect(page).toContain("(200): A pet.\n\n```json\n{}\n```\n");
    expect(page).toContain('`GoneError` (404):\n\n```json\n{\n  "pet": {}\n}\n```\n');
  });

  it("of a resource ends the parameters with the options", () => {
    const page = pagesOf(pets).get("docs/sdks/pets/README.md") ?? "";
    expect(page).toContain(
      "| `options.retries` | [`RetryConfig`](../../guides/retries.md) | | Overrides the client's retry policy. |\n\n### Response",
    );
  });

  it("of a resource lists the scopes that a call needs", () => {
    const schemes = [{ name: "oauth", scopes: ["pets:read", "pets:write"] }];
    const get = operation("get", { security: [{ schemes }, { schemes: [] }] });
    const security = [{ name: "oauth", description: null, kind: "bearer", format: null }] as const;
    const pages = pagesOf({ resources: [resource("Pets", [get])], security });
    expect(pages.get("docs/sdks/pets/README.md")).toContain(
      "- Scopes: `pets:read`, `pets:write`\n",
    );
  });

  it("of a resource states common facts once, and where an operation differs", () => {
    const post = operation("add", { method: "post" });
    const resources = [resource("Pets", [operation("list"), operation("get"), post])];
    const page = pagesOf({ resources }).get("docs/sdks/pets/README.md") ?? "";
    expect(page.match(/^- \[?(Security|Retries|Timeout)\b.*$/gm)).toEqual([
      "- Security: none",
      "- [Retries](../../guides/retries.md): up to 3 attempts, on 408, 429, 500, 502, 503, 504 and connection errors",
      "- [Timeout](../../guides/timeouts.md): 60 s for each attempt",
      "- Retries: up to 3 attempts, on 429 only, because a POST may not be safe to repeat",
    ]);
    expect(page.indexOf("- Retries:")).toBeGreaterThan(page.indexOf("## add"));
  });

  it("of a resource links to its children", () => {
    const shots = { ...resource("Shots", [operation("list")]), path: ["Pets", "shots"] as const };
    const pages = pagesOf({
      resources: [{ ...resource("Pets", []), description: "Animals.", inner: [shots] }, shots],
    });
    expect(pages.get("docs/sdks/pets/README.md")).toBe(
      "# Pets\n\n*things.pets*\n\n## Overview\n\nAnimals.\n\n" +
        "### Resources\n\n- [Shots](shots/README.md)\n",
    );
    expect(pages.get("docs/sdks/pets/shots/README.md")).toContain("*things.pets.shots*");
    expect(pages.get("docs/README.md")).toContain("### [Pets / Shots](sdks/pets/shots/README.md)");
  });

  it.each([
    [
      "a reason",
      { reason: "It is slow." },
      "new",
      "It is slow. Use [`things.pets.new`](#new) instead.",
    ],
    ["no reason", { reason: null }, "new", "Use [`things.pets.new`](#new) instead."],
    ["no operation that there is", { reason: null }, "gone", ""],
  ])("says what is to be used instead, with %s", (_, deprecated, replacement, want) => {
    const old = operation("old", { deprecated, replacement });
    const pages = pagesOf({ resources: [resource("Pets", [old, operation("new")])] });
    const page = pages.get("docs/sdks/pets/README.md") ?? "";
    expect(page).toContain(`\n> **Deprecated.** ${want}`.trimEnd());
    expect(page).toContain(`- [~~old~~](#old) **Deprecated.** ${want}`.trimEnd());
  });

  it("has an index with the sections of the document, and the rest last", () => {
    const pages = pagesOf({
      resources: [
        resource("Toys", []),
        { ...resource("Cats", []), section: "Living" },
        { ...resource("Dogs", []), section: "Living" },
      ],
    });
    const headings = (pages.get("docs/README.md") ?? "").match(/^#+ .*$/gm);
    expect(headings?.slice(1)).toEqual([
      "## Operations",
      "### Living",
      "#### [Cats](sdks/cats/README.md)",
      "#### [Dogs](sdks/dogs/README.md)",
      "### Other",
      "#### [Toys](sdks/toys/README.md)",
    ]);
  });

  it("of a model names what uses it", () => {
    const page = pagesOf(pets).get("docs/models/pet.md") ?? "";
    const used = page.slice(page.indexOf("## Used by"));
    expect(used).toBe(
      "## Used by\n\n- Operations: [`things.pets.get`](../sdks/pets/README.md#get)\n" +
        "- Models: [`Gone`](../errors/goneerror.md), [`Pets`](pets.md)\n",
    );
  });

  it("lists many users of a model by resource", () => {
    const users = Array.from({ length: 13 }, (_, index) =>
      operation(`get${index}`, {
        methodName: `get${index}`,
        success: [response(200, { content: json(named("Pet")) })],
      }),
    );
    const resources = [resource("Pets", users.slice(0, 12)), resource("Toys", users.slice(12))];
    const schemas = [{ name: "Pet", alias: null, schema: object([]) }];
    const page = pagesOf({ resources, schemas }).get("docs/models/pet.md") ?? "";
    expect(page).toContain(
      "- [Pets](../sdks/pets/README.md): [`get0`](../sdks/pets/README.md#get0),",
    );
    expect(page).toContain(
      "- [Toys](../sdks/toys/README.md): [`get12`](../sdks/toys/README.md#get12)\n",
    );
  });

  it("of an error explains when it happens", () => {
    expect(pagesOf(pets).get("docs/errors/goneerror.md")).toContain(
      "| [`things.pets.get`](../sdks/pets/README.md#get) | 404 | No such pet. |\n",
    );
  });
});

describe("the page of an operation with bytes and texts", () => {
  const photo = {
    contentType: "image/png",
    format: "binary",
    schema: text(),
    example: null,
    examples: [],
    stream: null,
  } as const;
  const form = {
    contentType: "multipart/form-data",
    format: "multipart",
    schema: object([
      field("file", schema({ kind: "scalar", type: "string", format: "binary", file: "only" })),
    ]),
    example: null,
    required: true,
    description: null,
    alternatives: [],
    encodings: [],
    stream: null,
    examples: [],
  } as const;
  const xml = { ...photo, contentType: "text/xml", format: "text" } as const;

  function pageOf(facts: Parameters<typeof operation>[1]): string {
    const resources = [resource("Photos", [operation("send", facts)])];
    return pagesOf({ resources }).get("docs/sdks/photos/README.md") ?? "";
  }

  it("lists the types that files and bytes may be passed as", () => {
    expect(pageOf({ body: form })).toContain("| `file` | `FileInput` | | `format: binary` |");
    const page = pageOf({ body: { ...form, ...photo } });
    expect(page).toContain("| `body` | `BinaryInput` | ✔️ | |");
  });

  it("shows a text whose schema is an object as a text", () => {
    const schema = object([field("a", text())]);
    const page = pageOf({
      body: { ...form, ...xml, schema },
      success: [response(200, { content: { ...xml, schema } })],
    });
    expect(page).toContain("| `body` | `string` | ✔️ | |\n| `options`");
    expect(page).toContain(
      "\nThe body is sent as `text/xml`.\n\n`text/xml` is sent as you write it",
    );
    expect(page).toContain("\n`string` (200, `text/xml`)\n\nThe text isn't parsed.\n");
  });

  it("lists the types of bytes, which have no exported name", () => {
    const page = pageOf({ success: [response(200, { content: photo })] });
    expect(page).toContain("\n`Blob` (200, `image/png`)\n");
    expect(page).not.toContain("The package exports the type");
  });
});

describe("any text of a document", () => {
  const hostile = "` | </td> <!-- x ``` \n# Title\n```\n[a](b.md) */ \u2028 \\";
  const value: Schema = schema(
    { kind: "enum", values: [hostile, "b"], ...plain },
    { description: hostile },
  );

  it("can't affect the rest of its page", () => {
    const body = {
      required: true,
      description: hostile,
      contentType: hostile,
      format: "json",
      alternatives: [],
      encodings: [],
      stream: null,
      examples: [],
    } as const;
    const hit = operation(hostile, {
      path: hostile,
      summary: hostile,
      description: hostile,
      deprecated: { reason: hostile },
      body: { ...body, schema: object([field(hostile, value, { required: true })]), example: null },
      success: [response(200, { description: hostile, content: json(named(hostile)) })],
      errors: [response(400, { description: hostile })],
    });
    const pages = pagesOf({
      title: hostile,
      description: hostile,
      resources: [{ ...resource(hostile, [hit]), description: hostile }],
      schemas: [{ name: hostile, alias: null, schema: object([field(hostile, value)]) }],
      servers: [server(hostile, { name: hostile, description: hostile })],
    });
    for (const [path, page] of pages) {
      expect([path, oddRows(page)]).toEqual([path, []]);
      const strays = page.split("\n").filter((line) => /^ {0,3}(<!-- x|# Title|<\/td)/.test(line));
      expect([path, strays]).toEqual([path, []]);
    }
  });
});

/** Rows that have more cells, or fewer, than the head of their table. */
function oddRows(page: string): string[] {
  let cells: number | null = null;
  return page.split("\n").filter((line) => {
    const own = line.startsWith("| ") ? line.split(/(?<!\\)\|/).length : null;
    const isOdd = own !== null && cells !== null && own !== cells;
    cells = own === null ? null : (cells ?? own);
    return isOdd;
  });
}

it("are all site templates", () => {
  const sources = readdirSync(join(root, "templates/site"), { recursive: true, encoding: "utf8" });
  expect(siteFiles.map((file) => (file.from === "copy" ? file.source : "")).sort()).toEqual(
    sources
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => `site/${file}`)
      .sort(),
  );
});
