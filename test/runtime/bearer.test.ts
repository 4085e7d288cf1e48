import { expect, test } from "vitest";
import { bearer } from "../../templates/runtime/bearer.js";
import { authorized } from "./outgoing.js";

test("a bearer token is sent in Authorization", async () => {
  const scheme = bearer(["bearerAuth", "THINGS_TOKEN"]);
  const { headers } = await authorized(scheme, { bearerAuth: "t" });
  expect(Object.fromEntries(headers)).toEqual({ authorization: "Bearer t" });
});
