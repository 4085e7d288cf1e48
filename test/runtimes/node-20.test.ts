import { testLoad } from "./load-tests.js";
import { loadOn, node20, suiteOn } from "./runtimes.js";
import { testSuite } from "./suite-tests.js";

await testSuite(node20.engine, (place) => suiteOn(node20, place));
await testLoad(node20.engine, (place) => loadOn(node20, place));
