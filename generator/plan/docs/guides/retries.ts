import type { TemplateFile } from "../../file.js";
import { repeatable, settingViews } from "../call-policies.js";
import { type DocsContext, placedOperations } from "../docs-context.js";
import { firstShown, guideExample } from "../snippets/first-call.js";
import { clientView } from "../snippets/snippet-client.js";
import { callWithOptionsView } from "../snippets/snippets.js";

export function retriesGuide(page: string, docs: DocsContext): TemplateFile {
  const { api } = docs;
  const first = guideExample(firstShown(api));
  return {
    path: page,
    from: "template",
    template: "docs/guide-retries",
    view: {
      ...clientView(docs),
      isDocumented: api.retries !== null,
      isOff: api.retries?.strategy === "none",
      settings: settingViews(api.retries),
      methods: repeatable.map((method) => method.toUpperCase()),
      hasKeys: placedOperations(api).some(({ operation }) => operation.idempotencyHeader !== null),
      withoutRetries: callWithOptionsView(first, docs, ', { retries: { strategy: "none" } });'),
    },
  };
}
