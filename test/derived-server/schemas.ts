import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isObject, type JsonObject } from "../../generator/read/document/document.js";
import { rewritten } from "../../generator/read/document/rewrite.js";
import { type Direction, judgedSchema } from "./judged-schema.js";

/** Judges values by the schemas of a document (JSON Schema 2020-12). */
export interface Schemas {
  /**
   * What is wrong with a value, or `null`.
   *
   * @param pointer of the schema in the document.
   */
  faultOf(pointer: string, value: unknown, as: Judgement): string | null;
}

/** `text`: what arrived as text may be the numbers and other values that it spells. */
export type Judgement = Direction | "text";

export function schemasOf(document: JsonObject): Schemas {
  const judges = new Map<Judgement, Ajv2020>();
  const judgeOf = (as: Judgement): Ajv2020 => {
    const judge = judges.get(as) ?? newJudge(document, as);
    judges.set(as, judge);
    return judge;
  };
  return {
    faultOf(pointer, value, as) {
      const $ref = `document#${pointer.split("/").map(encodeURIComponent).join("/")}`;
      try {
        const judge = judgeOf(as);
        // Judging by `text` changes what it is given.
        const isValid = judge.validate({ $ref }, structuredClone(value));
        return isValid ? null : judge.errorsText(judge.errors, { dataVar: "" }).trim();
      } catch (cause) {
        // A schema that contains itself, such as a parent of its own alternatives, adds no constraint.
        return cause instanceof RangeError ? null : `can't be judged: ${cause}`;
      }
    },
  };
}

function newJudge(document: JsonObject, as: Judgement): Ajv2020 {
  const direction = as === "response" ? "response" : "request";
  const judge = new Ajv2020({
    strict: false,
    validateSchema: false,
    coerceTypes: as === "text" ? "array" : false,
    logger: false,
    code: { regExp: tolerantPattern },
  });
  addFormats.default(judge);
  const judged = rewritten(document, (part, kind) =>
    kind === "schema" && isObject(part) ? judgedSchema(document, part, direction) : part,
  );
  return judge.addSchema(judged, "document");
}

/** Patterns of documents are of many dialects: what isn't of this one allows everything. */
const tolerantPattern = Object.assign(
  (pattern: string, flags: string): RegExp => {
    const attempts = [flags, flags.replace("u", "")];
    const [found] = attempts.flatMap((each) => {
      try {
        return [new RegExp(pattern, each)];
      } catch {
        return [];
      }
    });
    return found ?? /(?:)/;
  },
  { code: "tolerantPattern" },
);
