import type { Loose } from "./document.js";

/** A kind of document that can be as large as one likes. */
export type Grown = (size: number) => Loose;

/** Operations that take and give a schema each; ten of them make a resource. */
export function manyOperations(size: number): Loose {
  const numbers = Array.from({ length: size }, (_, index) => index);
  return documentOf(
    Object.fromEntries(numbers.map((index) => [`/things${index}/{id}`, thingPath(index)])),
    Object.fromEntries(numbers.map((index) => [`Thing${index}`, thingSchema((index + 1) % size)])),
  );
}

/** Schemas that each refer to the next one by a field. */
export function chainedSchemas(size: number): Loose {
  const link = (index: number) =>
    index === size - 1
      ? { type: "string" }
      : { type: "object", properties: { next: to(`Link${index + 1}`) }, required: ["next"] };
  return linked(size, link);
}

/** Schemas that each consist of the next one and one more field. */
export function inheritedSchemas(size: number): Loose {
  const link = (index: number) => {
    const own = { type: "object", properties: { [`field${index}`]: { type: "string" } } };
    return index === size - 1 ? own : { allOf: [to(`Link${index + 1}`), own] };
  };
  return linked(size, link);
}

/** A schema with objects in objects. */
export function nestedSchemas(size: number): Loose {
  let schema: Loose = { type: "string" };
  for (let level = 0; level < size; level += 1) {
    schema = { type: "object", properties: { inner: schema } };
  }
  return linked(1, () => schema);
}

function linked(size: number, link: (index: number) => Loose): Loose {
  const schemas = Array.from({ length: size }, (_, index) => [`Link${index}`, link(index)]);
  const post = {
    operationId: "sendLink",
    requestBody: { required: true, content: { "application/json": { schema: to("Link0") } } },
    responses: { 200: answer("Link0") },
  };
  return documentOf({ "/links": { post } }, Object.fromEntries(schemas));
}

function thingPath(index: number): Loose {
  const id = { in: "path", name: "id", required: true, schema: { type: "string" } };
  const dryRun = { in: "query", name: "dry_run", schema: { type: "boolean" } };
  const put = {
    operationId: `updateThing${index}`,
    tags: [`group ${Math.floor(index / 10)}`],
    summary: "Change a thing",
    parameters: [id, dryRun],
    requestBody: {
      required: true,
      content: { "application/json": { schema: to(`Thing${index}`) } },
    },
    responses: { 200: answer(`Thing${index}`), 404: answer("Problem") },
  };
  return { put };
}

function thingSchema(next: number): Loose {
  const properties = {
    name: { type: "string", description: "What it is called." },
    kind: { type: "string", enum: ["round", "square"] },
    next: to(`Thing${next}`),
  };
  return { type: "object", required: ["name"], properties };
}

function answer(name: string): Loose {
  return { description: "What comes back.", content: { "application/json": { schema: to(name) } } };
}

function to(name: string): Loose {
  return { $ref: `#/components/schemas/${name}` };
}

function documentOf(paths: Loose, schemas: Loose): Loose {
  const problem = { type: "object", properties: { message: { type: "string" } } };
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    servers: [{ url: "https://things.example.com" }],
    paths,
    components: { schemas: { Problem: problem, ...schemas } },
  };
}
