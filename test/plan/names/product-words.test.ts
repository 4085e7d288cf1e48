import { describe, expect, it } from "vitest";
import { productWords } from "../../../generator/plan/names/product-words.js";

describe("a title names a product", () => {
  it.each([
    ["OpenAI API", "OpenAI"],
    ["InfluxDB Cloud API Service", "InfluxDB Cloud"],
    ["GitHub v3 REST API", "GitHub"],
    ["ElevenLabs API Documentation", "ElevenLabs"],
    ["Netlify's API documentation", "Netlify"],
    ["GitHub’s official OpenAPI spec + Octokit extension", "GitHub"],
    ["The Racing API", "Racing"],
    ["PlaceKit API Reference", "PlaceKit"],
    ["Ex Libris APIs", "Ex Libris"],
    ["Zapier Natural Language Actions (NLA) API - Beta", "Zapier Natural Language Actions"],
    ["Cloud Debugger API (Deprecated)", "Cloud Debugger"],
    ["Listen API: Podcast Search, Directory, and Insights API", "Listen"],
    ["LetMC Api V2, Free (Tier 1)", "LetMC"],
    ["OSF APIv2 Documentation", "OSF"],
    ["Meilisearch v1.1", "Meilisearch"],
    ["The SureVoIP RESTful API", "SureVoIP"],
    ["Gotify REST-API.", "Gotify"],
    ["Asana Public API", "Asana"],
    ["Amazon API Gateway", "Amazon API Gateway"],
    ["Swagger Petstore - OpenAPI 3.0", "Swagger Petstore"],
    ["Swagger API-REST for Patrowl Engines", "Patrowl Engines"],
    ["Twilio - Oauth", "Twilio Oauth"],
    ["Research & Development API", "Research and Development"],
    ["elmah.io API", "elmah io"],
    ["DiskResourceProviderClient", "Disk Resource Provider Client"],
    ["Rapids", "Rapids"],
    ["Attribute group with Swagger 2 definitions", "Attribute group with Swagger 2"],
    [
      "State Board of Secondary and Higher Secondary Education, Maharashtra",
      "State Board of Secondary",
    ],
    ["Übersetzer", "Ubersetzer"],
    ["../../etc/passwd\n*/", "etc passwd"],
  ])("%j: %s", (title, want) => {
    expect(productWords(title).join(" ")).toBe(want);
  });

  it.each([
    "API",
    "My API",
    "API V1",
    "REST API",
    "OpenAPI definition",
    "Api Documentation",
    "FastAPI",
    "Your Project API",
    "東京",
    "",
  ])("unless it has only generic words: %j", (title) => {
    expect(productWords(title)).toEqual([]);
  });
});
