import { expect, it } from "vitest";
import { openSuitePage } from "./chromium.js";
import { testLoad } from "./load-tests.js";
import { testSuite } from "./suite-tests.js";

const page = await openSuitePage();
try {
  await testSuite("chromium", page.suite);
  await testLoad("chromium", page.load);
} finally {
  await page.close();
}

it("throws no uncaught error in the page", () => {
  expect(page.uncaught).toEqual([]);
});
