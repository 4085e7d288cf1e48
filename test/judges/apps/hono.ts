import { serve } from "@hono/node-server";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";

// Animals, with the document that @hono/zod-openapi makes of the routes. Requests are held to their schemas.

const Cat = z
  .strictObject({ kind: z.literal("cat"), name: z.string(), lives: z.int() })
  .openapi("Cat");
const Dog = z
  .strictObject({ kind: z.literal("dog"), name: z.string(), chip: z.string().nullable() })
  .openapi("Dog");
const Animal = z.discriminatedUnion("kind", [Cat, Dog]).openapi("Animal");
const Stored = z
  .object({ id: z.string(), animal: Animal, seen: z.iso.datetime() })
  .openapi("Stored");
const Problem = z.object({ error: z.string(), field: z.string().optional() }).openapi("Problem");

const params = z.object({ id: z.string() });
const problem = { description: "A problem.", content: { "application/json": { schema: Problem } } };

const stored = new Map<string, z.infer<typeof Stored>>();

const app = new OpenAPIHono({
  defaultHook: (result, context) => {
    if (result.success) return;
    const [issue] = result.error.issues;
    return context.json({ error: issue?.message ?? "", field: issue?.path.join(".") ?? "" }, 400);
  },
});

app.openapi(
  createRoute({
    method: "get",
    path: "/animals",
    operationId: "listAnimals",
    tags: ["animals"],
    request: {
      query: z.strictObject({
        kind: z.enum(["cat", "dog"]).optional(),
        limit: z.coerce.number().int().min(1).optional(),
        name: z.union([z.string().transform((text) => [text]), z.array(z.string())]).optional(),
      }),
      cookies: z.object({ session: z.string() }),
    },
    responses: {
      200: {
        description: "Some animals.",
        content: {
          "application/json": { schema: z.object({ items: z.array(Stored), session: z.string() }) },
        },
      },
      400: problem,
    },
  }),
  (context) => {
    const { kind, limit = 10, name } = context.req.valid("query");
    const { session } = context.req.valid("cookie");
    const items = [...stored.values()]
      .filter(({ animal }) => kind === undefined || animal.kind === kind)
      .filter(({ animal }) => name === undefined || name.includes(animal.name));
    return context.json({ items: items.slice(0, limit), session }, 200);
  },
);

app.openapi(
  createRoute({
    method: "post",
    path: "/animals",
    operationId: "createAnimal",
    tags: ["animals"],
    request: { body: { required: true, content: { "application/json": { schema: Animal } } } },
    responses: {
      201: { description: "Stored.", content: { "application/json": { schema: Stored } } },
      400: problem,
    },
  }),
  (context) => {
    const created = {
      id: `a/${stored.size + 1}`,
      animal: context.req.valid("json"),
      seen: "2026-01-02T03:04:05Z",
    };
    stored.set(created.id, created);
    return context.json(created, 201);
  },
);

app.openapi(
  createRoute({
    method: "get",
    path: "/animals/{id}",
    operationId: "getAnimal",
    tags: ["animals"],
    request: { params },
    responses: {
      200: { description: "It.", content: { "application/json": { schema: Stored } } },
      404: problem,
    },
  }),
  (context) => {
    const found = stored.get(context.req.valid("param").id);
    return found ? context.json(found, 200) : context.json({ error: "no such animal" }, 404);
  },
);

app.openapi(
  createRoute({
    method: "post",
    path: "/animals/{id}/photos",
    operationId: "addPhoto",
    tags: ["animals"],
    request: {
      params,
      body: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: z.object({
              photo: z.file().openapi({ type: "string", format: "binary" }),
              caption: z.string().min(1),
            }),
          },
        },
      },
    },
    responses: {
      200: {
        description: "What came.",
        content: {
          "application/json": {
            schema: z.object({ size: z.int(), type: z.string(), caption: z.string() }),
          },
        },
      },
      400: problem,
    },
  }),
  (context) => {
    const { photo, caption } = context.req.valid("form");
    return context.json({ size: photo.size, type: photo.type, caption }, 200);
  },
);

app.openapi(
  createRoute({
    method: "post",
    path: "/sessions",
    operationId: "signIn",
    tags: ["sessions"],
    request: {
      body: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: z.strictObject({ user: z.string(), password: z.string().min(8) }),
          },
        },
      },
    },
    responses: { 204: { description: "Signed in." }, 400: problem },
  }),
  (context) => context.body(null, 204),
);

app.doc31("/openapi.json", { openapi: "3.1.0", info: { title: "Hono Zoo", version: "1.0.0" } });

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  // biome-ignore lint/suspicious/noConsole: what starts this reads the URL.
  console.log(`listening on http://127.0.0.1:${port}`);
});
