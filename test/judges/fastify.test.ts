import { describe, expect, inject, it } from "vitest";
import {
  createBook,
  DeleteBook404Error,
  deleteBook,
  FastifyBooks,
  getBook,
  getCover,
  listBooks,
  putNote,
} from "#sdk/fastify";

const books = new FastifyBooks({ serverURL: inject("apps").fastify, token: "s3cret" });

const first = { isbn: "9780000000001", title: "Åäö & more", tags: ["a b", "c,d"], year: 1984 };
const second = { isbn: "9780000000002", title: "Z", tags: ["c,d"], year: null };

describe("an app of Fastify", () => {
  it("receives bodies and returns them", async () => {
    expect(await createBook(books, first)).toEqual(first);
    const { data, response } = await createBook(books, second).withResponse();
    expect(data).toEqual(second);
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe("/books/9780000000002");
    expect(await getBook(books, { isbn: "9780000000001" })).toEqual(first);
  });

  it.each([
    [{}, [first, second]],
    [{ order: "-title" as const }, [second, first]],
    [{ limit: 1 }, [first]],
    [{ tag: ["a b"] }, [first]],
    [{ tag: ["a b", "c,d"] }, [first]],
    [{ tag: [] }, [first, second]],
    [{ "x-trace": "abc" }, [first, second]],
  ])("takes the parameters %j", async (request, want) => {
    expect(await listBooks(books, request)).toEqual(want);
  });

  it("sends bytes and receives text", async () => {
    const cover = await getCover(books, { isbn: "9780000000001" });
    expect([...new Uint8Array(await cover.arrayBuffer())]).toEqual([
      0x89, 0x50, 0x4e, 0x47, 0xff, 0x00,
    ]);
    const note = await putNote(books, { isbn: "a/b c?", body: "“ü”\n" });
    expect(note).toEqual({ isbn: "a/b c?", note: "“ü”\n" });
  });

  it("refuses with documented errors", async () => {
    const twice = await createBook(books, first).result();
    expect(twice).toMatchObject({
      ok: false,
      error: { status: 409, body: { message: "there is one" } },
    });
    const wrong = await createBook(books, { ...first, isbn: "1" }).result();
    expect(wrong).toMatchObject({ ok: false, error: { status: 400, body: { statusCode: 400 } } });
    const client = new FastifyBooks({ serverURL: inject("apps").fastify, token: "no" });
    const unknown = await listBooks(client).result();
    expect(unknown).toMatchObject({
      ok: false,
      error: { status: 401, body: { message: "no token" } },
    });
  });

  it("deletes without content", async () => {
    expect(await deleteBook(books, { isbn: "9780000000002" })).toBeUndefined();
    const twice = await deleteBook(books, { isbn: "9780000000002" }).result();
    expect(twice).toMatchObject({ ok: false, error: expect.any(DeleteBook404Error) });
  });
});
