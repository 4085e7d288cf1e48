import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../imports.js";

const axe = readFileSync(join(root, "generator/docs/node_modules/axe-core/axe.min.js"), "utf8");

/** A rule of axe that a page breaks seriously, and where. */
export interface Violation {
  readonly rule: string;
  readonly elements: readonly string[];
}

/** The serious and critical violations that axe-core finds on the open page. */
export async function violationsOn(page: Page): Promise<Violation[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate("axe.run({ resultTypes: ['violations'] })");
  // The cast states the part of axe-core's results that is read here.
  const { violations } = found as {
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html.slice(0, 120)) }));
}
