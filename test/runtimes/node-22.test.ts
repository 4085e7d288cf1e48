import { testLoad } from "./load-tests.js";
import { loadOn, node22, suiteOn } from "./runtimes.js";
import { testSuite } from "./suite-tests.js";

await testSuite(node22.engine, (place) => suiteOn(node22, place));
await testLoad(node22.engine, (place) => loadOn(node22, place));
