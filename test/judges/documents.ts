import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.js";
import type { JudgeName } from "./judges.js";

/** A document whose programs are judged. */
export interface JudgedDocument {
  readonly name: string;
  readonly file: string;
  readonly judges: readonly JudgeName[];
  /** What judges say for other reasons than a fault of ours. */
  readonly known: readonly KnownViolation[];
}

interface KnownViolation {
  readonly judge: JudgeName;
  readonly violation: RegExp;
  readonly reason: string;
}

const own: readonly JudgedDocument[] = [
  { name: "domains", file: "spec/domains.openapi.yaml", judges: ["prism", "validator"], known: [] },
  {
    name: "everything",
    file: "test/fixtures/everything.openapi.yaml",
    judges: ["prism", "validator"],
    known: [
      {
        judge: "validator",
        violation: /^POST \/pets\/\{id\}\/labels: request\/body\/id must be array$/,
        reason: "the validator doesn't read the `style` of a form's field",
      },
      {
        judge: "prism",
        violation: /^POST \/pets\/\{id\}\/photo: .*photos must be array; .*about must be object$/,
        reason: "Prism takes a part of a multipart body for text, JSON and a list of one included",
      },
    ],
  },
];

/**
 * Documents of others, which are not part of this repository. Prism alone judges them: the validator
 * refuses every request to the first (`nullable` without a type) and the second (a number as a `pattern`).
 */
const others: readonly JudgedDocument[] = [
  {
    name: "clerk",
    file: "../shared/specs/clerk-bapi-2026-05-12.yml",
    judges: ["prism"],
    known: [
      {
        judge: "prism",
        violation: /: PagingError: \w+: the server returned a page again$/,
        reason: "Prism answers with one example, whichever page is asked for",
      },
    ],
  },
  {
    name: "api-video",
    file: "../shared/corpus/real/real-api-video.json",
    judges: ["prism"],
    known: [],
  },
  {
    name: "meilisearch",
    file: "../shared/corpus/real/real-meilisearch-com.json",
    judges: ["prism"],
    known: [],
  },
];

/** The documents that are there. */
export const documents: readonly JudgedDocument[] = [...own, ...others]
  .map((document) => ({ ...document, file: join(root, document.file) }))
  .filter(({ file }) => existsSync(file));

/** A document that others' clients call a mock server of. */
export interface MockedDocument {
  readonly name: string;
  readonly file: string;
  /** The calls of a client that fail for other reasons than a fault of the server. */
  readonly known: readonly KnownFailure[];
}

interface KnownFailure {
  readonly client: string;
  readonly failure: RegExp;
  readonly reason: string;
}

/** Those of `../shared` where that folder exists. */
export const mockedDocuments: readonly MockedDocument[] = [
  { name: "Domains", file: "spec/domains.openapi.yaml", known: [] },
  { name: "Clerk", file: "../shared/specs/clerk-bapi-2026-05-12.yml", known: [] },
  { name: "Meilisearch", file: "../shared/corpus/real/real-meilisearch-com.json", known: [] },
]
  .map((document) => ({ ...document, file: join(root, document.file) }))
  .filter(({ file }) => existsSync(file));
