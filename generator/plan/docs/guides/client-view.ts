import type { DocsContext } from "../docs-context.js";
import type { ClientView } from "./guide-views.js";

/** What a program that makes a client has to know. */
export function clientView({ identity, names }: DocsContext): ClientView {
  const { class: className, variable } = names.client;
  return { packageName: identity.packageName, class: className, variable };
}
