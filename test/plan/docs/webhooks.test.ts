import { describe, expect, it } from "vitest";
import { render } from "../../../generator/emit/render.js";
import type { WebhookSignature } from "../../../generator/model/api/webhooks.js";
import { apiFrom } from "../../../generator/model/model.js";
import { plan } from "../../../generator/plan/plan.js";
import { read } from "../../../generator/read/read.js";

async function pages(signature?: WebhookSignature): Promise<ReadonlyMap<string, string>> {
  const reading = await read("test/fixtures/webhooks.openapi.yaml");
  if (!reading.ok) throw new Error("the fixture can't be read");
  const files = render(plan(apiFrom(reading.source.document, { webhooks: { signature } }), {}));
  return new Map(files.map(({ path, text }) => [path, text]));
}

describe("the pages of webhooks", async () => {
  const all = await pages();

  it("are an index, and one for each event", () => {
    expect([...all.keys()].filter((path) => path.startsWith("docs/webhooks/"))).toEqual([
      "docs/webhooks/README.md",
      "docs/webhooks/order-paid.md",
      "docs/webhooks/order-shipped.md",
      "docs/webhooks/customer-deleted.md",
    ]);
    expect(all.has("docs/models/orderpaidevent.md")).toBe(false);
  });

  it("are all that the README of an API without operations is about", () => {
    const headings = all.get("README.md")?.match(/^#.*$/gm);
    expect(headings).toEqual([
      "# Shop",
      "## Installation",
      "## Receiving webhooks",
      "## Guides",
      "## Reference",
    ]);
    expect(all.get("README.md")).toContain(
      [
        "export const POST = receiver.handler({",
        '  "order.paid": async (event) => {',
        "    console.log(event);",
        "  },",
        "});",
      ].join("\n"),
    );
    expect(all.get("docs/README.md")).not.toContain("## Operations");
  });

  it("are without guides to calls, which the API doesn't have", () => {
    expect([...all.keys()].filter((path) => path.startsWith("docs/guides/"))).toEqual([
      "docs/guides/webhooks.md",
    ]);
  });

  it("are without errors of calls", () => {
    expect([...all.keys()].filter((path) => path.startsWith("docs/errors/"))).toEqual([]);
    expect(all.get("docs/README.md")).not.toContain("Errors");
  });

  it("list events by tag", () => {
    expect(all.get("docs/webhooks/README.md")).toBe(
      [
        "# Webhooks",
        "",
        "The events that the API sends. See [how to receive them](../guides/webhooks.md).",
        "",
        "## Orders",
        "",
        "- [order.paid](order-paid.md) - An order is paid",
        "- [~~order.shipped~~](order-shipped.md) - The carrier has the parcel. **Deprecated.**",
        "",
        "## Other",
        "",
        "- [customer.deleted](customer-deleted.md)",
        "",
      ].join("\n"),
    );
  });

  it("show when an event is sent, its fields, the author's example, and a program", () => {
    const page = all.get("docs/webhooks/order-paid.md");
    expect(page).toContain("Sent once per order, when its payment succeeds.");
    expect(page).toContain('| `type` | `"order.paid"` | ✔️ | The type of the event. |');
    expect(page).toContain('"data": {\n    "id": "ord_1",\n    "total": 12.5\n  }');
    expect(page).toContain(
      [
        'const request = await receiver.sign("order.paid", {',
        "  timestamp: 1716883200,",
        '  data: { id: "ord_1", total: 12.5 },',
        "});",
      ].join("\n"),
    );
  });

  it.each(["README.md", "docs/README.md", "docs/llms.txt"])("are linked from %s", (path) => {
    expect(all.get(path)).toMatch(/\]\((docs\/)?guides\/webhooks\.md\)/);
  });

  it("are in the manifest", () => {
    const { events } = JSON.parse(all.get("docs/manifest.json") ?? "{}");
    expect(events[0]).toEqual({
      name: "order.paid",
      deprecated: false,
      page: "docs/webhooks/order-paid.md",
      pointer: "/x-webhooks/order.paid/post",
      line: null,
    });
  });
});

describe("the guide to receiving", () => {
  const hmac: WebhookSignature = {
    ...{ scheme: "hmac", header: "x-signature", prefix: "", encoding: "hex", hash: "SHA-256" },
    ...{ signed: "{time}.{body}", idHeader: null, timeHeader: "x-time", timeFormat: "seconds" },
    tolerance: null,
  };

  it.each<[string, WebhookSignature, string | undefined]>([
    ["the standard scheme", { scheme: "standard" }, "300"],
    ["a scheme without times", { scheme: "github" }, undefined],
    ["a described scheme", hmac, "300"],
    ["a described scheme with a tolerance", { ...hmac, tolerance: 60 }, "60"],
    ["a described scheme without times", { ...hmac, timeHeader: null }, undefined],
  ])("states the tolerance of %s", async (_, signature, seconds) => {
    const guide = (await pages(signature)).get("docs/guides/webhooks.md");
    expect(guide?.match(/more than (\d+) seconds in the past/)?.[1]).toBe(seconds);
    expect(guide?.includes("webhook-stale")).toBe(seconds !== undefined);
  });

  it.each([
    ["two secrets", 'webhooks({ secret: ["whsec_'],
    ["the function for other events", "{ otherwise: async (event) => console.log(event.type) },"],
    ["the function for errors", "{ onError: (error) => console.error("],
    ["deliveries without a handler", "await receiver.unwrap(request).result();"],
    ["deliveries that were handled before", "    seen: (id) => {\n"],
  ])("shows %s in a program", async (_, want) => {
    expect((await pages()).get("docs/guides/webhooks.md")).toContain(want);
  });

  it("says that a signature can't be verified", async () => {
    const guide = (await pages({ scheme: "unsupported", reason: "" })).get(
      "docs/guides/webhooks.md",
    );
    expect(guide).toContain("receivers need `verify: false`");
    expect(guide).not.toContain("webhook-signature");
  });
});
