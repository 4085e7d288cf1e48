import { testLoad } from "./load-tests.js";
import { loadOn, node24, suiteOn } from "./runtimes.js";
import { testSuite } from "./suite-tests.js";

await testSuite(node24.engine, (place) => suiteOn(node24, place));
await testLoad(node24.engine, (place) => loadOn(node24, place));
