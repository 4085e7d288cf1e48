import { expect, it } from "vitest";
import { withExternalDocs } from "../../../generator/read/normalise/external-docs.js";

const externalDocs = { url: "https://a.example/b(1)", description: "All about [A]" };
const link = "[All about A](https://a.example/b%281%29)";

it("are a link at the end of the description", () => {
  const document = {
    info: { title: "A" },
    externalDocs,
    tags: [{ name: "a", description: "A.\n", externalDocs }],
    paths: { "/a": { get: { externalDocs: { url: "https://a.example" } } } },
    components: { schemas: { A: { type: "object", externalDocs } } },
  };
  expect(withExternalDocs(document)).toMatchObject({
    info: { description: link },
    tags: [{ description: `A.\n\n${link}` }],
    paths: { "/a": { get: { description: "[Documentation](https://a.example/)" } } },
    components: { schemas: { A: { description: link } } },
  });
});

it.each(["/api", "javascript:alert(1)", "https://", 3, null])("%j is no link", (url) => {
  const document = { tags: [{ name: "a", externalDocs: { url } }] };
  expect(withExternalDocs(document)).toBe(document);
});
