import { describe, expect, it } from "vitest";
import { knownNumber, knownText } from "../../../generator/plan/samples/known-values.js";

describe("a text that is known by its name or description", () => {
  it.each<[name: string, description: string | null, want: string | null]>([
    [
      "from",
      'Sender email address. To include a name, write "Name <a@b.c>".',
      "person@example.com",
    ],
    ["to", "Recipient email address. For several, send a list.", "person@example.com"],
    ["status", "The status of the email address.", null],
    ["callback", "The callback URL of the app.", "https://example.com"],
    ["key", "The URL-safe name of the list.", null],
    ["mobile", "In the format E.164.", "+15555550100"],
    ["default_currency", null, "USD"],
    ["unit", "Three-letter ISO currency code, in lowercase.", "usd"],
    ["region", "ISO 3166-1 alpha-2 code", "US"],
    ["region", "ISO 3166-1 alpha-3 code", "USA"],
    ["shown_in", "A BCP 47 language tag.", "en-US"],
    ["background_color", null, "#3366ff"],
    ["slug", null, "example"],
    ["api_version", null, "1.0.0"],
    ["total_amount", null, "19.99"],
    ["created_at", null, "2025-01-31T09:30:00Z"],
    ["updated_at", null, "2025-02-14T16:45:00Z"],
    ["expires_at", null, "2026-01-31T09:30:00Z"],
    ["birth_date", null, "1990-05-17"],
    ["start", "The start in ISO 8601 format.", "2025-01-31T09:30:00Z"],
    ["period", "An ISO 8601 duration.", null],
    ["ts", "Unix time of the message.", "1738315800"],
    ["note", "Anything.", null],
  ])("%s: %s", (name, description, want) => {
    expect(knownText({ name, description })).toBe(want);
  });
});

describe("a number that is known by its name or description", () => {
  it.each<[name: string, description: string | null, want: number]>([
    ["created_at", "Unix timestamp of creation.", 1738315800],
    ["updated_at", "Unix timestamp in milliseconds.", 1739551500000],
    ["expiresAtMs", null, 1769851800000],
    ["seen", "Seconds since the Unix epoch.", 1738315800],
    ["amount", null, 1999],
    ["expires_in", null, 3600],
    ["page_size", null, 10],
    ["count", null, 1],
  ])("%s: %s", (name, description, want) => {
    expect(knownNumber({ name, description }, true)).toBe(want);
  });

  it("is a fraction if it needn't be an integer", () => {
    expect(knownNumber({ name: "amount", description: null }, false)).toBe(19.99);
  });
});
