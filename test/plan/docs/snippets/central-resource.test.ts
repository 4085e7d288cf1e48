import { expect, it } from "vitest";
import type { Resource } from "../../../../generator/model/api/api.js";
import { centralityIn } from "../../../../generator/plan/docs/snippets/central-resource.js";
import { api, operation, parameter, resource } from "../fixture.js";

function mostCentral(resources: readonly Resource[], description = ""): string | undefined {
  const [first] = [...centralityIn(api({ resources, description }))].sort(
    ([, one], [, other]) => other - one,
  );
  return first?.[0].title ?? undefined;
}

const byEmail = operation("listFiles", {
  path: "/emails/{email_id}/files",
  parameters: [parameter("email_id", { in: "path", required: true })],
});
const emails = resource("Emails", [operation("list")]);
const contacts = resource("Contacts", [operation("a"), operation("b")]);

it("a resource is central if the API's description names it", () => {
  expect(mostCentral([contacts, emails], "The email platform for developers.")).toBe("Emails");
});

it("a resource is central if other operations have its id in their paths", () => {
  expect(mostCentral([contacts, resource("Files", [byEmail]), emails])).toBe("Emails");
});

it("the largest resource is the most central otherwise", () => {
  expect(mostCentral([emails, contacts])).toBe("Contacts");
});
