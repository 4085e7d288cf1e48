import type { NamedError } from "../../model/api.js";
import { messagePathIn } from "../call/message-path.js";
import type { TemplateFile } from "../file.js";
import { type FindSchema, schemaFinder } from "../find-schema.js";
import type { Blueprint } from "../output.js";
import { docText } from "./doc.js";
import { importViews, use, useType } from "./imports.js";

/** The module of error classes: one for each documented payload, and those of every SDK. */
export function errorsFile({ api, names }: Blueprint): TemplateFile {
  const find = schemaFinder(api.schemas);
  const errors = api.errors.map((error) => {
    const { class: className, body } = names.error(error);
    return {
      doc: docText([
        descriptionOf(error, find),
        "Its `status` identifies the documented failures.",
      ]),
      class: className,
      body,
      messagePath: (messagePathIn(error.schema, find) ?? []).map((step) => ({
        isItem: step === 0,
        key: String(step),
      })),
    };
  });
  const hasPaths = errors.some((error) => error.messagePath.length > 0);
  return {
    path: "src/errors.ts",
    from: "template",
    template: "sdk/errors",
    view: {
      imports: importViews(
        errors.length === 0
          ? []
          : [
              ...useType("./models.js", ...errors.map(({ body }) => body)),
              { module: "./runtime/errors.js", name: "ResponseError", isType: false },
              ...useType("./runtime/status.js", "HttpErrorStatus"),
              ...(hasPaths ? use("./runtime/text-at.js", "textAt") : []),
            ],
      ),
      baseError: names.client.baseError,
      errors,
    },
  };
}

function descriptionOf({ schema, schemaName }: NamedError, find: FindSchema): string {
  const named = schemaName === null ? undefined : find(schemaName);
  const description = schema.description ?? named?.description;
  return description ?? "The server responded with a documented error.";
}
