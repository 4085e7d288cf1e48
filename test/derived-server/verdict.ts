import type { JsonObject } from "../../generator/read/document/document.js";
import { bodyFault } from "./bodies.js";
import { parameterFaults } from "./parameters.js";
import type { Received } from "./received.js";
import { type Route, routesFor, routesIn } from "./routes.js";
import { type Schemas, schemasOf } from "./schemas.js";
import { keysInQuery, securityFault } from "./security.js";

/** What a document says of a request. */
export interface Verdict {
  /** The operation that it is for, or `null` where there is none. */
  readonly route: Route | null;
  /** Why it is refused; nothing where it is as documented. */
  readonly faults: readonly string[];
}

/** Judges requests by a document, and by nothing else. */
export interface Judge {
  readonly schemas: Schemas;
  verdictOn(received: Received): Promise<Verdict>;
}

export function judgeOf(document: JsonObject): Judge {
  const routes = routesIn(document);
  const schemas = schemasOf(document);
  const credentials = keysInQuery(document);
  return {
    schemas,
    async verdictOn(received) {
      const { method, url } = received;
      const verdicts = await Promise.all(
        routesFor(routes, method, url).map(async ({ route, values }): Promise<Verdict> => {
          const faults = [
            ...parameterFaults(route, received, values, { document, schemas, credentials }),
            await bodyFault(route, received, { document, schemas }),
            securityFault(document, route, received),
          ];
          return { route, faults: faults.filter((fault) => fault !== null) };
        }),
      );
      const [first] = verdicts;
      if (first !== undefined) return verdicts.find(({ faults }) => faults.length === 0) ?? first;
      return { route: null, faults: [`no operation is ${method} ${url.origin}${url.pathname}`] };
    },
  };
}
