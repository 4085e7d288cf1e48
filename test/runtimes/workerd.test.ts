import { testSuite } from "./suite-tests.js";
import { suiteOnWorkerd } from "./workerd.js";

await testSuite("workerd", suiteOnWorkerd);
