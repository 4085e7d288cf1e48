import { runLoad } from "./suite/load.js";
import { runSuite } from "./suite/suite.js";

/** The entry in a page: what the driver calls. */
export const page = { runSuite, runLoad };

Object.assign(globalThis, { page });
