// Emitted by sdkwright. Change the document instead: what is written here is lost at the next run.

import { bearer } from "./runtime/bearer.js";

export const bearerAuth = bearer("bearerAuth", "CLERK_BEARER_AUTH");
