import type { Place } from "./suite/case.js";
import { runSuite } from "./suite/suite.js";
import { webhooks } from "./suite/webhooks.js";

/** The entry on workerd: a place as JSON in, the outcomes of receiving webhooks as JSON out. */
// biome-ignore lint/style/noDefaultExport: a Worker is the default export of its module
export default {
  async fetch(request: Request): Promise<Response> {
    // The cast states what the other end writes.
    const place = (await request.json()) as Place;
    return Response.json(await runSuite(place, webhooks));
  },
};
