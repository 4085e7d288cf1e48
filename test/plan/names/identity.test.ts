import { describe, expect, it } from "vitest";
import { identityFrom, type PackageNaming } from "../../../generator/plan/names/identity.js";
import { modelOf } from "../../model/documents.js";

function identityOf(title: string, version = "1.0.0", chosen: PackageNaming = {}) {
  return identityFrom(modelOf({ info: { title, version } }), chosen);
}

describe("the names of the package", () => {
  it.each([
    ["Clerk Domains API", "clerk-domains", "ClerkDomains"],
    ["Pet Store REST API v2", "pet-store", "PetStore"],
    ["Swagger Petstore - OpenAPI 3.0", "swagger-petstore", "SwaggerPetstore"],
    ["pets", "pets", "Pets"],
    ["API", "api", "API"],
    ["API of pets", "api-of-pets", "APIOfPets"],
    ["Rapids", "rapids", "Rapids"],
    ["3D Models API", "3-d-models", "Api3DModels"],
    ["Übersetzer", "ubersetzer", "Ubersetzer"],
    ["東京", "sdk", "Api"],
    ["../../etc/passwd\n*/", "etc-passwd", "EtcPasswd"],
  ])("come from the title %j", (title, packageName, className) => {
    expect(identityOf(title)).toMatchObject({ packageName, className, version: "1.0.0" });
  });

  it("are those that were chosen", () => {
    const chosen: PackageNaming = {
      packageName: "@a/b",
      className: "C",
      version: "2.0.0",
      methodNames: "full",
    };
    expect(identityOf("Pets", "1.0.0", chosen)).toEqual(chosen);
  });

  it("are those that were chosen as far as any were", () => {
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
