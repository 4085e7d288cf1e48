import { expect, it } from "vitest";
import { serverProblems } from "../../../generator/read/check/check-servers.js";

it.each([[undefined], [[]], [[{ url: "https://api.example.com" }, { url: "/v1" }]]])(
  "%j is fine",
  (servers) => {
    expect(serverProblems(servers, "/servers")).toEqual([]);
  },
);

it.each([
  [{ url: "/" }, "/servers", "`servers` is not a list: write a list of objects with a `url`"],
  [["https://a"], "/servers/0", "an entry of `servers` is not an object: write it as `url: …`"],
  [[{ url: "/" }, {}], "/servers/1", "an entry of `servers` has no `url`: add it"],
  [[{ url: 1 }], "/servers/0", "the `url` of an entry of `servers` is not text: quote it"],
])("%j is a problem", (servers, pointer, message) => {
  expect(serverProblems(servers, "/servers")).toEqual([{ severity: "error", pointer, message }]);
});
