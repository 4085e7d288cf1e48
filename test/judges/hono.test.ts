import { describe, expect, inject, it } from "vitest";
import { addPhoto, createAnimal, getAnimal, HonoZoo, listAnimals, signIn } from "#sdk/hono";

const zoo = new HonoZoo({ serverURL: inject("apps").hono });

const tom = {
  id: "a/1",
  animal: { kind: "cat" as const, name: "Tom & co", lives: 9 },
  seen: "2026-01-02T03:04:05Z",
};
const rex = {
  id: "a/2",
  animal: { kind: "dog" as const, name: "Rex", chip: null },
  seen: "2026-01-02T03:04:05Z",
};

describe("an app of Hono", () => {
  it("receives the members of a union", async () => {
    expect(await createAnimal(zoo, { body: tom.animal })).toEqual(tom);
    expect(await createAnimal(zoo, { body: rex.animal })).toEqual(rex);
    expect(await getAnimal(zoo, { id: "a/1" })).toEqual(tom);
  });

  it.each([
    [{}, [tom, rex]],
    [{ kind: "dog" as const }, [rex]],
    [{ limit: 1 }, [tom]],
    [{ name: "Tom & co" }, [tom]],
    [{ name: ["Rex", "Tom & co"] }, [tom, rex]],
  ])("takes the query %j, and a cookie", async (query, items) => {
    const session = "a b;c=ü";
    expect(await listAnimals(zoo, { ...query, session })).toEqual({ items, session });
  });

  it("receives files and forms", async () => {
    const photo = new Blob([new Uint8Array(70_000)], { type: "image/webp" });
    const stored = await addPhoto(zoo, { id: "a/1", photo, caption: 'a "b"\n&c' });
    expect(stored).toEqual({ size: 70_000, type: "image/webp", caption: 'a "b"\n&c' });
    expect(await signIn(zoo, { user: "a+b", password: "p&q=r %s" })).toBeUndefined();
  });

  it("refuses with documented errors", async () => {
    const short = await signIn(zoo, { user: "a", password: "p" }).result();
    expect(short).toMatchObject({ ok: false, error: { status: 400, body: { field: "password" } } });
    const none = await getAnimal(zoo, { id: "no" }).result();
    expect(none).toMatchObject({
      ok: false,
      error: { status: 404, body: { error: "no such animal" } },
    });
  });
});
