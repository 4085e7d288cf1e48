import type { JsonObject } from "../document/document.js";
import { encodingMistakes } from "./check-encodings.js";
import { exampleObjectMistakes } from "./check-example-objects.js";
import { exampleMistakes } from "./check-examples.js";
import { unknownKeys } from "./check-keys.js";
import { keywordMistakes } from "./check-keywords.js";
import { limitMistakes } from "./check-limits.js";
import { parameterMistakes } from "./check-parameters.js";
import { patternMistakes } from "./check-patterns.js";
import { securityMistakes } from "./check-security.js";
import { serverMistakes } from "./check-servers.js";
import { sizeMistakes } from "./check-size.js";
import { targetMistakes } from "./check-targets.js";
import { templateMistakes } from "./check-templates.js";
import { valueTypeMistakes } from "./check-values.js";
import type { Finding } from "./finding.js";
import { unsupportedIn } from "./unsupported.js";

/** The checks of a document with the structure of OpenAPI 3, each in one pass. */
const checks: readonly ((document: JsonObject) => Finding[])[] = [
  templateMistakes,
  parameterMistakes,
  securityMistakes,
  serverMistakes,
  valueTypeMistakes,
  unknownKeys,
  keywordMistakes,
  patternMistakes,
  limitMistakes,
  targetMistakes,
  encodingMistakes,
  exampleObjectMistakes,
  exampleMistakes,
  unsupportedIn,
  sizeMistakes,
];

/**
 * Every mistake that can be corrected, with its fix, and every unsupported feature: each is a
 * warning. More operations than a package can hold are an error. Takes time proportional to the
 * size of the document.
 */
export function mistakesIn(document: JsonObject): Finding[] {
  const seen = new Set<string>();
  return checks
    .flatMap((check) => check(document))
    .filter(({ problem, fix }) => {
      if (problem === null) return fix !== null;
      const line = `${problem.pointer} ${problem.message}`;
      return !seen.has(line) && seen.add(line);
    });
}
