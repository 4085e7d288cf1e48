/** @throws {TypeError} with the place where each framework has the raw body. */
export function refuseBody(): never {
  throw new TypeError(
    "webhooks: pass the raw body, not the parsed one. " +
      'Express: express.raw({ type: "*/*" }) on the route, before express.json(). ' +
      "Next.js: the Request; in the Pages Router, bodyParser: false. " +
      'Fastify: a content type parser with parseAs: "buffer". ' +
      "Hono: c.req.raw. AWS Lambda: the event. Cloudflare Workers: the Request.",
  );
}
