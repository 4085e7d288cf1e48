import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byCursor } from "../../templates/runtime/by-cursor.js";
import { byLinkHeader } from "../../templates/runtime/by-link-header.js";
import { byNextURL } from "../../templates/runtime/by-next-url.js";
import { byOffset } from "../../templates/runtime/by-offset.js";
import { byPage } from "../../templates/runtime/by-page.js";
import { type PagedOptions, paged } from "../../templates/runtime/paged.js";
import { PagingError } from "../../templates/runtime/paging-error.js";
import type { Walk } from "../../templates/runtime/walk.js";
import { listPages as listThings } from "./list-pages.js";
import { clientWith, type Failure } from "./things.js";

/** The same servers at every run. */
const runs = { seed: 6570, numRuns: 2500 };

/** An answer of a server: a failure, or a page with what leads on. */
interface Answer {
  readonly status?: number;
  readonly body?: object;
  readonly link?: string;
}

/** Answers the nth request, counted from 1, for a URL. */
type Server = (query: URLSearchParams, count: number) => Answer;

/** More requests than any of these walks needs. */
const mostRequests = 400;

/** Walks to the end. The servers are functions, because there are ten thousand of them. */
async function walked(server: Server, walk: Walk, request: object, options: PagedOptions) {
  let count = 0;
  const client = clientWith({
    serverURL: "https://things.example",
    retries: { strategy: "none" },
    fetch: async (input) => {
      count += 1;
      if (count > mostRequests) throw new Error("the walk goes on for ever");
      const url = new URL(String(input));
      const { status = 200, body = {}, link } = server(url.searchParams, count);
      const headers = { "Content-Type": "application/json", ...(link && { Link: link }) };
      return new Response(JSON.stringify(body), { status, headers });
    },
  });
  const call = paged<unknown, number, Failure>(client, listThings, walk, request, options);
  const items: number[] = [];
  let end = "end";
  for await (const result of call.results()) {
    if (result.ok) items.push(...result.value.items);
    else end = result.error instanceof PagingError ? result.error.reason : result.error.name;
  }
  return { items: [...new Set(items)], repeats: items.length - new Set(items).size, end, count };
}

const options: fc.Arbitrary<PagedOptions> = fc.record({ prefetch: fc.constantFrom(0, 1) });

/** Numbered items in pages, some of them empty. */
const pages = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 })
  .map((sizes) => {
    let item = 0;
    return sizes.map((size) => Array.from({ length: size }, () => (item += 1)));
  });

/** How the last page of a chain differs from a proper end. */
const faults = fc.oneof(
  fc.constantFrom("none", "null", "empty", "flag", "object", "endless", "fails", "foreign"),
  fc.nat({ max: 11 }),
);

type Fault = typeof faults extends fc.Arbitrary<infer T> ? T : never;

/** The field that leads to the next page, for a page of a chain. */
function nextOf(index: number, last: number, fault: Fault, name: (page: number) => unknown) {
  if (index < last) return { next: name(index + 1), has_more: true };
  if (typeof fault === "number") return { next: name(Math.min(fault, last)), has_more: true };
  switch (fault) {
    case "null":
      return { next: null };
    case "empty":
      return { next: "" };
    case "flag":
      return { next: name(index + 1), has_more: false };
    case "object":
      return { next: { page: index } };
    case "foreign":
      return { next: "https://evil.example/things" };
    case "endless":
    case "fails":
      return { next: name(index + 1) };
    default:
      return {};
  }
}

/** What a chain's last page makes of its walk. A URL is a cursor like any other. */
function endOf(fault: Fault, kind: "cursor" | "url" | "link"): string {
  if (typeof fault === "number") return "cycle";
  if (fault === "endless") return "limit";
  if (fault === "fails") return "SDKError";
  if (fault === "object") return kind === "link" ? "end" : "cursor";
  if (fault === "foreign") return kind === "cursor" ? "SDKError" : "foreign-origin";
  return "end";
}

describe("paging through ten thousand servers always ends, and loses no item", () => {
  const fields = { items: ["data"], next: ["next"], more: ["has_more"] } as const;
  const chains = {
    cursor: {
      walk: byCursor({ ...fields, cursor: ["cursor"] }),
      name: (page: number) => `c${page}`,
    },
    number: { walk: byCursor({ ...fields, cursor: ["cursor"] }), name: (page: number) => page },
    url: { walk: byNextURL(fields), name: (page: number) => `/things?cursor=c${page}` },
    link: {
      walk: byLinkHeader({ items: ["data"] }),
      name: (page: number) => `/things?cursor=c${page}`,
    },
  };

  test.each(Object.entries(chains))("by %s", async (kind, { walk, name }) => {
    await fc.assert(
      fc.asyncProperty(pages, faults, options, async (all, fault, given) => {
        const last = all.length - 1;
        const server: Server = (query) => {
          const asked = query.get("cursor") ?? "0";
          const index = Number(asked.replace("c", ""));
          if (Number.isNaN(index) || (index > last && fault === "fails")) return { status: 500 };
          const next = nextOf(index > last ? last : index, last, fault, () => name(index + 1));
          const more =
            index < last || typeof fault !== "number"
              ? next
              : { ...next, next: name(Math.min(fault, last)) };
          const data = all[index] ?? [];
          if (kind !== "link") return { body: { data, ...more } };
          const target = "has_more" in more && !more.has_more ? undefined : more.next;
          const link = typeof target === "string" && target ? `<${target}>; rel="next"` : "";
          return { body: { data }, link };
        };
        const found = await walked(server, walk, {}, given);
        const style = kind === "url" || kind === "link" ? kind : "cursor";
        expect(found.items).toEqual(all.flat());
        expect(found.end).toBe(endOf(fault, style));
      }),
      runs,
    );
  });

  const counts = fc.record({
    total: fc.nat({ max: 30 }),
    cap: fc.integer({ min: 1, max: 7 }),
    limit: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    /** Whether the server says how many there are, and takes some away while it is walked. */
    tells: fc.constantFrom("nothing", "total", "shrinking", "-1", "more"),
    fault: fc.constantFrom("none", "none", "clamps", "ignores", "fails", "404"),
  });

  test("by offset", async () => {
    const walk = byOffset({
      items: ["data"],
      offset: ["offset"],
      total: ["total"],
      more: ["more"],
    });
    await fc.assert(
      fc.asyncProperty(counts, options, async ({ total, cap, limit, tells, fault }, given) => {
        const server: Server = (query, count) => {
          if (fault === "fails" && count === 3) return { status: 500 };
          const asked = Number(query.get("offset") ?? 0);
          const last = Math.max(0, total - Math.min(cap, limit ?? cap));
          const offset =
            fault === "clamps" ? Math.min(asked, last) : fault === "ignores" ? 0 : asked;
          const end = Math.min(total, offset + Math.min(cap, limit ?? cap));
          const data = Array.from(
            { length: Math.max(0, end - offset) },
            (_, item) => offset + item,
          );
          const told = {
            nothing: {},
            total: { total },
            shrinking: { total: Math.max(0, total - count) },
            "-1": { total: -1 },
            more: { more: end < total },
          };
          return { body: { data, ...told[tells] } };
        };
        const found = await walked(server, walk, { limit }, given);
        const all = Array.from({ length: total }, (_, item) => item);
        // What was found is without a gap, whatever happens.
        expect(found.items).toEqual(all.slice(0, found.items.length));
        expect(found.count).toBeLessThanOrEqual(total + 2);
        const isComplete = !["fails", "ignores"].includes(fault) && tells !== "shrinking";
        if (isComplete) expect(found.items).toEqual(all);
        if (fault === "ignores") expect(["end", "cycle"]).toContain(found.end);
        const isUncounted = tells === "nothing" || tells === "-1";
        if (fault === "ignores" && isUncounted && total > 0) expect(found.end).toBe("cycle");
        if (found.end === "end" && tells === "nothing") expect(found.items).toEqual(all);
      }),
      runs,
    );
  });

  test("by page number", async () => {
    const walk = byPage({ items: ["data"], page: ["page"], pages: ["pages"], more: ["more"] });
    await fc.assert(
      fc.asyncProperty(counts, options, async ({ total, cap, tells, fault }, given) => {
        const pages = Math.ceil(total / cap);
        const server: Server = (query, count) => {
          if (fault === "fails" && count === 3) return { status: 500 };
          const asked = Number(query.get("page") ?? 1);
          if (fault === "404" && asked > Math.max(1, pages)) return { status: 404 };
          const page =
            fault === "clamps"
              ? Math.max(1, Math.min(asked, pages))
              : fault === "ignores"
                ? 1
                : asked;
          const offset = (page - 1) * cap;
          const size = Math.max(0, Math.min(cap, total - offset));
          const data = Array.from({ length: size }, (_, item) => offset + item);
          const told = {
            nothing: {},
            total: { pages },
            shrinking: { pages: Math.max(1, pages - count) },
            "-1": { pages: -1 },
            more: { more: page < pages },
          };
          return { body: { data, ...told[tells] } };
        };
        const found = await walked(server, walk, {}, given);
        const all = Array.from({ length: total }, (_, item) => item);
        expect(found.items).toEqual(all.slice(0, found.items.length));
        expect(found.count).toBeLessThanOrEqual(pages + 2);
        const isComplete = !["fails", "ignores"].includes(fault) && tells !== "shrinking";
        if (isComplete) expect(found.items).toEqual(all);
        if (found.end === "end" && tells === "nothing") expect(found.items).toEqual(all);
      }),
      runs,
    );
  });
});

test("a loop over a million items uses constant memory", async () => {
  const size = 1000;
  const client = clientWith({
    serverURL: "https://things.example",
    fetch: async (input) => {
      const offset = Number(new URL(String(input)).searchParams.get("offset") ?? 0);
      const length = offset >= 1_000_000 ? 0 : size;
      const data = Array.from({ length }, (_, item) => ({ id: offset + item, name: "thing" }));
      return Response.json({ data });
    },
  });
  const walk = byOffset({ items: ["data"], offset: ["offset"] });
  const call = paged<unknown, { readonly id: number }, Failure>(client, listThings, walk);
  let count = 0;
  const used: number[] = [];
  for await (const { id } of call) {
    expect(id).toBe(count);
    count += 1;
    if (count % 200_000 === 0) {
      // The tests run with `--expose-gc` where the platform allows it.
      globalThis.gc?.();
      used.push(process.memoryUsage().heapUsed);
    }
  }
  expect(count).toBe(1_000_000);
  const [first = 0] = used;
  // A million items are 60 MB and more.
  expect(Math.max(...used) - first).toBeLessThan(30_000_000);
});
