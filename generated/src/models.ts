// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { components } from "./schema/components.js";

/** A domain of an instance, with the URLs at which Clerk works for it. */
export type Domain = components["schemas"]["Domain"];

/** All domains of an instance. */
export type Domains = components["schemas"]["Domains"];

/** A CNAME record that the DNS of a domain holds, or has to hold. */
export type CNameTarget = components["schemas"]["CNameTarget"];

/** What is left of an object that was deleted. */
export type DeletedObject = components["schemas"]["DeletedObject"];

/** One thing that was wrong with a request. */
export type ClerkError = components["schemas"]["ClerkError"];

/** Why a request failed. */
export type ClerkErrorsBody = components["schemas"]["ClerkErrors"];
