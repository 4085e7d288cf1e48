import type { DocsContext } from "../docs-context.js";
import type { ClientView } from "./guide-views.js";

/** What a program needs to create a client. */
export function clientView({ identity, names }: DocsContext): ClientView {
  const { class: className, variable } = names.client;
  return { packageName: identity.packageName, class: className, variable };
}
