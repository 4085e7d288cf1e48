import type { TemplateFile } from "../../file.js";
import { builtIn, durationText } from "../call-policies.js";
import type { DocsContext } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { firstShown, guideExample } from "../snippets/first-call.js";
import { callWithOptionsView } from "../snippets/snippets.js";

export function timeoutsGuide(page: string, docs: DocsContext): TemplateFile {
  const { api, pages } = docs;
  const ms = api.timeoutMs ?? builtIn.timeoutMs;
  const first = guideExample(firstShown(api));
  return {
    path: page,
    from: "template",
    template: "docs/guide-timeouts",
    view: {
      limit: ms === 0 ? null : durationText(ms),
      withOptions: callWithOptionsView(first, docs, ", { timeoutMs: 5_000, signal });"),
      timeoutError: linkFrom(page, pages.sdkError("RequestTimeoutError")),
      abortedError: linkFrom(page, pages.sdkError("RequestAbortedError")),
    },
  };
}
