import { describe, expect, it } from "vitest";
import { clientNames, environmentName } from "../../../generator/plan/names/client-names.js";
import { identifierScope } from "../../../generator/plan/names/scope.js";

function namesOf(className: string, product: string, functions: readonly string[] = []) {
  return clientNames(className, product.split(" "), identifierScope(), functions);
}

describe("the variable and the environment of a client", () => {
  it.each([
    ["OpenAI", "OpenAI", "openai", "OPENAI"],
    ["InfluxDBCloud", "InfluxDB Cloud", "influxdbCloud", "INFLUXDB_CLOUD"],
    ["Clerk", "Clerk Domains", "clerk", "CLERK"],
    ["ClerkDomains", "Clerk Domains", "clerkDomains", "CLERK_DOMAINS"],
    ["PetStore", "Zoo", "petStore", "PET_STORE"],
    ["GitHubEnterprise", "GitHub", "githubEnterprise", "GITHUB_ENTERPRISE"],
    // The class has this end because a schema is called `Account`.
    ["AccountClient", "Account", "account", "ACCOUNT"],
  ])("of %s, the class of %s, are %s and %s", (className, product, variable, environment) => {
    expect(namesOf(className, product)).toMatchObject({ variable, environment });
  });

  it.each<[functions: string[], want: string]>([
    [["list"], "search"],
    [["search"], "client"],
    [["search", "client"], "searchClient"],
  ])("are called otherwise beside the functions %j: %s", (functions, want) => {
    expect(namesOf("Search", "Search", functions).variable).toBe(want);
  });
});

it("a class whose name is taken ends in Client", () => {
  const scope = identifierScope();
  scope.reserve("Pets");
  expect(clientNames("Pets", ["Pets"], scope, [])).toMatchObject({
    class: "PetsClient",
    options: "PetsOptions",
  });
});

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
