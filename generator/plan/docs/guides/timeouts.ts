import type { TemplateFile } from "../../file.js";
import { builtIn, durationText } from "../call-policies.js";
import type { DocsContext } from "../docs-context.js";
import { firstShown, guideExample } from "../first-call.js";
import { linkFrom } from "../pages.js";
import { callWithOptionsView } from "../snippets.js";

export function timeoutsGuide(page: string, reference: DocsContext): TemplateFile {
  const { api, pages } = reference;
  const ms = api.timeoutMs ?? builtIn.timeoutMs;
  const first = guideExample(firstShown(api));
  return {
    path: page,
    from: "template",
    template: "docs/guide-timeouts",
    view: {
      limit: ms === 0 ? null : durationText(ms),
      withOptions: callWithOptionsView(first, reference, ", { timeoutMs: 5_000, signal });"),
      timeoutError: linkFrom(page, pages.sdkError("RequestTimeoutError")),
      abortedError: linkFrom(page, pages.sdkError("RequestAbortedError")),
    },
  };
}
