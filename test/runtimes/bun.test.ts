import { testLoad } from "./load-tests.js";
import { bun, loadOn, suiteOn } from "./runtimes.js";
import { testSuite } from "./suite-tests.js";

await testSuite(bun.engine, (place) => suiteOn(bun, place));
await testLoad(bun.engine, (place) => loadOn(bun, place));
