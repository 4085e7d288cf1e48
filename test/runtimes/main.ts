import { inspect } from "node:util";
import type { Place } from "./suite/case.js";
import { runSuite } from "./suite/suite.js";

/** The entry on Node, Bun and Deno: a place as JSON in, the outcomes as JSON out. */
const [text = ""] = process.argv.slice(2);
// The cast states what the other end writes.
const place = JSON.parse(text) as Place;
process.stdout.write(JSON.stringify(await runSuite({ ...place, inspect })));
