import { expect, it } from "vitest";
import { environmentName } from "../../../generator/plan/names/environment-name.js";

it.each([
  ["CLERK", "BEARER_AUTH", "CLERK_BEARER_AUTH"],
  ["PET_STORE", "API_KEY", "PET_STORE_API_KEY"],
  ["AWS", "SECRET_ACCESS_KEY", "AWS_SDK_SECRET_ACCESS_KEY"],
  ["AWS_SECRET", "ACCESS_KEY", "AWS_SDK_SECRET_ACCESS_KEY"],
  ["NPM", "TOKEN", "NPM_SDK_TOKEN"],
  ["GITHUB", "TOKEN", "GITHUB_SDK_TOKEN"],
  ["SENDGRID", "API_KEY", "SENDGRID_SDK_API_KEY"],
  ["AUTH0", "CLIENT_SECRET", "AUTH0_SDK_CLIENT_SECRET"],
  ["DATABASE", "URL", "DATABASE_SDK_URL"],
  ["SECRET", "KEY", "SECRET_SDK_KEY"],
])("%s and %s are %s", (prefix, option, want) => {
  expect(environmentName(prefix, option)).toBe(want);
});
