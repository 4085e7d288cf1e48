// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { bearer } from "./runtime/bearer.js";

export const bearerAuth = /* @__PURE__ */ bearer(["bearerAuth", "CLERK_BEARER_AUTH"]);
