import { expect, it } from "vitest";
import { byPrecedence } from "../../generator/model/id-precedence.js";

it("operations with more right to a name go first, whatever their order", () => {
  const ranked = [
    { operationId: "getUserTags", method: "get", path: "/users/{id}/tags" },
    { operationId: "getURL", method: "get", path: "/geturl" },
    { operationId: "listUsers", method: "get", path: "/users" },
    { operationId: "listUsers", method: "put", path: "/users" },
    { operationId: "listUsers", method: "get", path: "/v1/users" },
    { operationId: "listUsers", method: "get", path: "/v2/users" },
    { operationId: "listUsers", method: "get", path: "/orders" },
    { operationId: null, method: "get", path: "/a" },
  ];
  expect(byPrecedence(ranked.toReversed())).toEqual(byPrecedence(ranked));
  expect(byPrecedence(ranked).filter(({ operationId }) => operationId === "listUsers")).toEqual(
    ranked.filter(({ operationId }) => operationId === "listUsers"),
  );
  expect(byPrecedence(ranked).at(-1)).toEqual(ranked.at(-1));
});
