import type { TemplateFile } from "../../file.js";
import { userAgentOf } from "../../names/identity.js";
import type { DocsContext } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { clientView } from "../snippets/snippet-client.js";

export function hooksGuide(page: string, docs: DocsContext): TemplateFile {
  const { identity, pages } = docs;
  return {
    path: page,
    from: "template",
    template: "docs/guide-hooks",
    view: {
      ...clientView(docs),
      userAgent: userAgentOf(identity),
      invalidRequest: linkFrom(page, pages.sdkError("InvalidRequestError")),
      decode: linkFrom(page, pages.sdkError("ResponseDecodeError")),
    },
  };
}
