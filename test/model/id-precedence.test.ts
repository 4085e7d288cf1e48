import { expect, it } from "vitest";
import { byPrecedence } from "../../generator/model/id-precedence.js";

it("operations with more right to a name go first, whatever their order", () => {
  const ranked = [
    { said: "getUserTags", method: "get", path: "/users/{id}/tags" },
    { said: "getURL", method: "get", path: "/geturl" },
    { said: "listUsers", method: "get", path: "/users" },
    { said: "listUsers", method: "put", path: "/users" },
    { said: "listUsers", method: "get", path: "/v1/users" },
    { said: "listUsers", method: "get", path: "/v2/users" },
    { said: "listUsers", method: "get", path: "/orders" },
    { said: null, method: "get", path: "/a" },
  ];
  expect(byPrecedence(ranked.toReversed())).toEqual(byPrecedence(ranked));
  expect(byPrecedence(ranked).filter(({ said }) => said === "listUsers")).toEqual(
    ranked.filter(({ said }) => said === "listUsers"),
  );
  expect(byPrecedence(ranked).at(-1)).toEqual(ranked.at(-1));
});
