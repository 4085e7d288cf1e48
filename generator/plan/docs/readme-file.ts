import type { Resource } from "../../model/api/api.js";
import type { TemplateFile } from "../file.js";
import type { DocsContext } from "./docs-context.js";
import { credentialViews } from "./guides/authentication.js";
import { failingOperation, failingView } from "./guides/errors.js";
import { guideEntries } from "./guides/guides.js";
import { receivingView } from "./guides/webhooks.js";
import { isLarge } from "./index-file.js";
import { linkFrom, readmePage } from "./pages.js";
import type { LinkView, ResourceGroupView } from "./part-views.js";
import { repositoryUrl } from "./repository-url.js";
import { firstShown } from "./snippets/first-call.js";
import { readView, standaloneView } from "./snippets/snippets.js";

/** The package's README: how to get started, and links to everything else. */
export function readmeFile(docs: DocsContext): TemplateFile {
  const { api, identity } = docs;
  const first = firstShown(api);
  const failing = failingOperation(docs);
  const base = repositoryUrl(docs.features.packageFields?.repository) ?? "";
  return {
    path: readmePage,
    from: "template",
    template: "docs/readme",
    view: {
      base,
      title: api.title,
      description: api.description,
      packageName: identity.packageName,
      receiving: api.webhooks ? receivingView(api.webhooks, docs) : null,
      first: first ? readView(first, docs) : null,
      credentials: credentialViews(docs),
      failing: failing ? failingView(failing, docs) : null,
      standalone: failing ? standaloneView(failing, docs) : null,
      guides: guideEntries(readmePage, docs).map((guide) => at(base, guide)),
      resources: api.resources
        .map((resource) => resourceLinks(resource, docs))
        .map((links) => ({
          ...at(base, links),
          operations: isLarge(docs) ? [] : links.operations.map((link) => at(base, link)),
        })),
    },
  };
}

/** A link for the places that show the README without the other pages, such as npm. */
function at<Link extends LinkView>(base: string, link: Link): Link {
  return { ...link, href: base + link.href };
}

function resourceLinks(resource: Resource, { names, pages }: DocsContext): ResourceGroupView {
  return {
    label: names.resource(resource).titlePath,
    href: linkFrom(readmePage, pages.resource(resource)),
    operations: resource.operations
      .filter(({ deprecated }) => deprecated === null)
      .map((operation) => ({
        label: names.operation(operation).method,
        href: linkFrom(readmePage, pages.operation(operation)),
      })),
  };
}
