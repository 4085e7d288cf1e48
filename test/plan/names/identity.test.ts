import { describe, expect, it } from "vitest";
import {
  identityFrom,
  type PackageNaming,
  userAgentOf,
} from "../../../generator/plan/names/identity.js";
import { modelOf } from "../../model/documents.js";

function identityOf(title: string, version = "1.0.0", chosen: PackageNaming = {}) {
  return identityFrom(modelOf({ info: { title, version } }), chosen);
}

describe("the names of the package", () => {
  it.each([
    ["Clerk Domains API", "clerk-domains", "ClerkDomains"],
    ["Pet Store REST API v2", "pet-store", "PetStore"],
    ["OpenAI API", "openai", "OpenAI"],
    ["InfluxDB Cloud API Service", "influxdb-cloud", "InfluxDBCloud"],
    ["Netlify's API documentation", "netlify", "Netlify"],
    ["elmah.io API", "elmah-io", "ElmahIo"],
    ["pets", "pets", "Pets"],
    ["API", "api", "API"],
    ["API of pets", "pets", "Pets"],
    ["Rapids", "rapids", "Rapids"],
    ["3D Models API", "3d-models", "Api3DModels"],
    ["東京", "sdk", "Api"],
    ["../../etc/passwd\n*/", "etc-passwd", "EtcPasswd"],
  ])("come from the title %j", (title, packageName, className) => {
    expect(identityOf(title)).toMatchObject({ packageName, className, version: "1.0.0" });
  });

  it.each([
    ["https://control.ably.net/v1", "ably", "Ably"],
    ["//api.ote-godaddy.com", "ote-godaddy", "OteGodaddy"],
    ["https://dgft.apisetu.gov.in:8443", "apisetu", "Apisetu"],
    ["https://api.example.com", "pets-and-cats", "PetsAndCats"],
    ["http://localhost:8080", "pets-and-cats", "PetsAndCats"],
    ["http://10.0.0.1/api", "pets-and-cats", "PetsAndCats"],
    ["https://{tenant}.acme.com", "pets-and-cats", "PetsAndCats"],
    ["/v1", "pets-and-cats", "PetsAndCats"],
  ])("come from the server %s or the file where the title names nothing", (url, ...want) => {
    const api = modelOf({ info: { title: "My API", version: "1" }, servers: [{ url }] });
    const input = "https://a.example/specs/pets_and_cats.openapi.v2.yaml?raw=1";
    const { packageName, className } = identityFrom(api, { input });
    expect([packageName, className]).toEqual(want);
  });

  it.each([
    ["Account", {}, "AccountClient"],
    ["account_options", {}, "AccountClient"],
    ["Accounts", {}, "Account"],
    ["Account", { className: "Account" }, "Account"],
  ])("beside a schema called %s and with %j chosen: %s", (schema, chosen, want) => {
    const info = { title: "Account API", version: "1" };
    const api = modelOf({ info, components: { schemas: { [schema]: {} } } });
    expect(identityFrom(api, chosen).className).toBe(want);
  });

  it("are the chosen ones", () => {
    const chosen: PackageNaming = {
      packageName: "@a/b",
      className: "C",
      version: "2.0.0",
      methodNames: "full",
    };
    expect(identityOf("Pets", "1.0.0", chosen)).toEqual(chosen);
  });

  it("are the chosen ones, as far as any are", () => {
    const chosen = { packageName: undefined, className: "C" };
    expect(identityOf("Pets", "1", chosen)).toEqual({
      packageName: "pets",
      className: "C",
      version: "1.0.0",
      methodNames: "short",
    });
  });
});

describe("the version of the package", () => {
  it.each([
    ["1.2.3", "1.2.3"],
    ["1.2", "1.2.0"],
    ["1", "1.0.0"],
    ["v2", "2.0.0"],
    ["V2.1", "2.1.0"],
    ["2025-04-10", "2025.4.10"],
    ["2021-08-01-preview", "2021.8.1-preview"],
    ["1.0.0-beta.1", "1.0.0-beta.1"],
    ["1.0.0-beta_1", "1.0.0-beta"],
    ["1.0.0-", "1.0.0"],
    ["1.0-rc", "1.0.0-rc"],
    ["01.02.03", "1.2.3"],
    ["1.0.0+build", "1.0.0"],
    ["1.2.3.4", "1.2.3"],
    ["latest", "0.1.0"],
    ["-", "0.1.0"],
  ])("of %j is %j", (given, want) => {
    expect(identityOf("Pets", given).version).toBe(want);
  });
});

it.each([
  ["pets", "pets/1.2.0"],
  ["@acme/pets", "acme-pets/1.2.0"],
])("the user agent of %s is a token", (packageName, want) => {
  expect(userAgentOf({ packageName, version: "1.2.0" })).toBe(want);
});
