import type { DocsTemplates } from "./docs/views.js";
import type { PackageTemplates } from "./package/views.js";
import type { SdkTemplates } from "./sdk/views.js";
import type { TestingTemplates } from "./testing/views.js";
import type { WebhooksTemplates } from "./webhooks/views.js";

/** Every template, by its path below `templates/` without `.hbs`, with the type of its view. */
export interface Templates
  extends DocsTemplates,
    PackageTemplates,
    SdkTemplates,
    TestingTemplates,
    WebhooksTemplates {}
