import { describe, expect, it } from "vitest";
import { settingProblem } from "../generator/settings.js";

describe("a package name", () => {
  it.each(["pets", "pets-sdk", "@pets/sdk", "1pets", "a.b_c", "~a"])("accepts %s", (name) => {
    expect(settingProblem("packageName", name)).toBeNull();
  });

  it.each([
    "Pets",
    ".pets",
    "_pets",
    "pets sdk",
    "@pets",
    "@pets/",
    "pets/sdk",
    "a/../b",
    "é",
    "pets\n",
  ])("refuses %j", (name) => {
    expect(settingProblem("packageName", name)).toMatch(/^packageName should be/);
  });
});

describe("a class name", () => {
  it.each(["C", "Clerk", "PetStore2"])("accepts %s", (name) => {
    expect(settingProblem("className", name)).toBeNull();
  });

  it.each(["clerk", "2Pets", "Pet-Store", "Pet Store", "É", "Clerk {}", "Clerk\n"])(
    "refuses %j",
    (name) => {
      expect(settingProblem("className", name)).toMatch(/^className should be/);
    },
  );
});

describe("a client by path", () => {
  it("is a boolean", () => {
    expect(settingProblem("fetchClient", true)).toBeNull();
    expect(settingProblem("fetchClient", "yes")).toBe(
      'fetchClient should be true or false, not "yes"',
    );
  });
});

describe("the site", () => {
  it.each([
    {},
    {
      name: "Pets",
      logo: "/logo.svg",
      colors: { light: "#1f62c4", dark: "#75AEFC" },
      baseUrl: "https://docs.example.com/pets/",
      editLink: "https://github.com/pets/sdk/edit/main/:path",
    },
  ])("%j is fit", (site) => {
    expect(settingProblem("site", site)).toBeNull();
  });

  it.each([
    [true, "site should be an object, not true"],
    [
      { colour: "#fff" },
      'unknown setting "site.colour"; use one of name, logo, baseUrl, editLink, colors.light, colors.dark',
    ],
    [
      { colors: { light: "red; }" } },
      'site.colors.light should be a color such as #1f62c4, not "red; }"',
    ],
    [
      { baseUrl: "docs" },
      'site.baseUrl should be a URL such as https://docs.example.com/, not "docs"',
    ],
  ])("refuses %j", (site, want) => {
    expect(settingProblem("site", site)).toBe(want);
  });
});

describe("the naming of methods", () => {
  it.each(["short", "full"])("accepts %s", (naming) => {
    expect(settingProblem("methodNames", naming)).toBeNull();
  });

  it.each(["long", "", null, 1])("refuses %j", (naming) => {
    expect(settingProblem("methodNames", naming)).toMatch(
      /^methodNames should be "short" or "full", not /,
    );
  });
});

describe("a list", () => {
  it.each([
    ["overlays", ["a.yaml"]],
    ["include", ["tag:Pets", "path:/a/**", "operation:get*", "deprecated"]],
    ["exclude", []],
    ["allowRefsFrom", ["../shared"]],
    ["allowRemoteRefs", ["specs.example.com", "127.0.0.1:8080"]],
    ["allowRemoteRefs", true],
  ])("%s may be %j", (name, value) => {
    expect(settingProblem(name, value)).toBeNull();
  });

  it.each([
    ["overlays", "a.yaml"],
    ["include", ["Pets"]],
    ["exclude", ["method:get"]],
    ["allowRefsFrom", [1]],
    ["allowRemoteRefs", ["openapi.yaml"]],
    ["allowRemoteRefs", ["https://specs.example.com"]],
  ])("%s may not be %j", (name, value) => {
    expect(settingProblem(name, value)).toMatch(new RegExp(`^${name} should be`));
  });
});
