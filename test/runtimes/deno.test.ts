import { testLoad } from "./load-tests.js";
import { deno, loadOn, suiteOn } from "./runtimes.js";
import { testSuite } from "./suite-tests.js";

await testSuite(deno.engine, (place) => suiteOn(deno, place));
await testLoad(deno.engine, (place) => loadOn(deno, place));
