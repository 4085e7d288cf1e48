import { expect, test } from "vitest";
import { bearer } from "../../templates/runtime/bearer.js";

test("a bearer token travels in Authorization", () => {
  const scheme = bearer("bearerAuth", "THINGS_TOKEN");
  expect({ ...scheme, write: scheme.write("t") }).toEqual({
    option: "bearerAuth",
    environment: "THINGS_TOKEN",
    header: "Authorization",
    write: "Bearer t",
  });
});
