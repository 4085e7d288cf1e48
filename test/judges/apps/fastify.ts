import swagger from "@fastify/swagger";
import { Ajv } from "ajv";
import fastify from "fastify";

// Books, with the document that @fastify/swagger makes of the routes' schemas. Requests are held to them.

const isbn = { type: "object", required: ["isbn"], properties: { isbn: { type: "string" } } };

const book = {
  type: "object",
  additionalProperties: false,
  required: ["isbn", "title", "tags", "year"],
  properties: {
    isbn: { type: "string", pattern: "^[0-9]{13}$" },
    title: { type: "string", minLength: 1 },
    tags: { type: "array", items: { type: "string" } },
    year: { type: ["integer", "null"] },
  },
};

const problem = {
  type: "object",
  required: ["statusCode", "message"],
  properties: { statusCode: { type: "integer" }, message: { type: "string" } },
};

interface Book {
  isbn: string;
  title: string;
  tags: string[];
  year: number | null;
}

const books = new Map<string, Book>();
const cover = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);

const app = fastify({ forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: false } });

// Texts of the URL become numbers and lists; bodies are taken as they are.
const lenient = new Ajv({ coerceTypes: "array" });
const strict = new Ajv();
app.setValidatorCompiler(({ schema, httpPart }) =>
  (httpPart === "body" ? strict : lenient).compile(schema),
);

await app.register(swagger, {
  openapi: {
    openapi: "3.1.0",
    info: { title: "Fastify Books", version: "1.0.0" },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    security: [{ token: [] }],
  },
});

app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());

await app.register(async (api) => {
  api.addHook("onRequest", async (request, reply) => {
    if (request.headers.authorization === "Bearer s3cret") return;
    return reply.code(401).send({ statusCode: 401, message: "no token" });
  });

  api.get(
    "/books",
    {
      schema: {
        operationId: "listBooks",
        tags: ["books"],
        querystring: {
          type: "object",
          additionalProperties: false,
          properties: {
            limit: { type: "integer", minimum: 1, maximum: 10 },
            tag: { type: "array", items: { type: "string" } },
            order: { type: "string", enum: ["title", "-title"] },
          },
        },
        headers: { type: "object", properties: { "x-trace": { type: "string", minLength: 3 } } },
        response: { 200: { type: "array", items: book }, "4xx": problem },
      },
    },
    (request) => {
      // The shape that the schema has just checked.
      const {
        limit = 10,
        tag = [],
        order,
      } = request.query as {
        limit?: number;
        tag?: string[];
        order?: string;
      };
      const found = [...books.values()].filter(({ tags }) =>
        tag.every((each) => tags.includes(each)),
      );
      found.sort((a, b) => a.title.localeCompare(b.title));
      return (order === "-title" ? found.reverse() : found).slice(0, limit);
    },
  );

  api.post(
    "/books",
    {
      schema: {
        operationId: "createBook",
        tags: ["books"],
        body: book,
        response: { 201: book, 409: problem, "4xx": problem },
      },
    },
    (request, reply) => {
      // The shape that the schema has just checked.
      const created = request.body as Book;
      if (books.has(created.isbn)) {
        return reply.code(409).send({ statusCode: 409, message: "there is one" });
      }
      books.set(created.isbn, created);
      return reply.code(201).header("Location", `/books/${created.isbn}`).send(created);
    },
  );

  api.get(
    "/books/:isbn",
    {
      schema: {
        operationId: "getBook",
        tags: ["books"],
        params: isbn,
        response: { 200: book, 404: problem },
      },
    },
    (request, reply) => {
      const found = books.get((request.params as { isbn: string }).isbn);
      return found ?? reply.code(404).send({ statusCode: 404, message: "no such book" });
    },
  );

  api.delete(
    "/books/:isbn",
    {
      schema: {
        operationId: "deleteBook",
        tags: ["books"],
        params: isbn,
        response: { 204: { type: "null" }, 404: problem },
      },
    },
    (request, reply) => {
      const isThere = books.delete((request.params as { isbn: string }).isbn);
      return isThere
        ? reply.code(204).send()
        : reply.code(404).send({ statusCode: 404, message: "no such book" });
    },
  );

  api.get(
    "/books/:isbn/cover",
    {
      schema: {
        operationId: "getCover",
        tags: ["books"],
        params: isbn,
        response: {
          200: { content: { "image/png": { schema: { type: "string", format: "binary" } } } },
        },
      },
    },
    (_, reply) => reply.type("image/png").send(cover),
  );

  api.put(
    "/books/:isbn/note",
    {
      schema: {
        operationId: "putNote",
        tags: ["books"],
        consumes: ["text/plain"],
        params: isbn,
        body: { type: "string", minLength: 1 },
        response: {
          200: {
            type: "object",
            required: ["isbn", "note"],
            properties: { isbn: { type: "string" }, note: { type: "string" } },
          },
          "4xx": problem,
        },
      },
    },
    (request) => ({ isbn: (request.params as { isbn: string }).isbn, note: request.body }),
  );
});

await app.listen({ host: "127.0.0.1", port: 0 });
// biome-ignore lint/suspicious/noConsole: what starts this reads the URL.
console.log(`listening on ${app.listeningOrigin}`);
