import { expect, it } from "vitest";
import { repositoryUrl } from "../../../generator/plan/docs/repository-url.js";

const pets = "https://github.com/zoo/pets/blob/HEAD/";

it.each([
  ["zoo/pets", pets],
  ["github:zoo/pets", pets],
  ["https://github.com/zoo/pets", pets],
  ["git+https://github.com/zoo/pets.git", pets],
  ["git+ssh://git@github.com/zoo/pets.git", pets],
  ["git@github.com:zoo/pets.git", pets],
  ["gitlab:zoo/pets", "https://gitlab.com/zoo/pets/-/blob/HEAD/"],
  ["https://gitlab.com/zoo/big/pets.git", "https://gitlab.com/zoo/big/pets/-/blob/HEAD/"],
  ["bitbucket:zoo/pets", "https://bitbucket.org/zoo/pets/src/HEAD/"],
  ["https://git.example/zoo/pets", null],
  ["gist:11081aaa281", null],
])("%s shows files at %s", (repository, want) => {
  expect(repositoryUrl(repository)).toBe(want);
});

it("shows the folder of a package in a larger repository", () => {
  expect(repositoryUrl({ url: "zoo/pets", directory: "./sdks/ts/" })).toBe(`${pets}sdks/ts/`);
});

it("is unknown without a repository", () => {
  expect(repositoryUrl(undefined)).toBe(null);
});
