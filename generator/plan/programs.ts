import type { MarkerView, ReadView, StandaloneView, WalkView } from "./docs/part-views.js";
import type { OperationView } from "./docs/views.js";
import type { PlannedFile } from "./file.js";

/** A program of the reference pages: the operation that it calls, its label and its code. */
export type Program = Pick<MarkerView, "operationId" | "method" | "path"> & {
  readonly language: "typescript";
  /** `SDK`, `SDK: All pages`, `Function` */
  readonly label: string;
} & ProgramCode;

/** A template that prints the code of a program, and its view. */
type ProgramCode =
  | { readonly template: "docs/usage-code"; readonly view: ReadView }
  | { readonly template: "docs/walk-code"; readonly view: WalkView }
  | { readonly template: "docs/standalone-code"; readonly view: StandaloneView };

/** The programs of each operation, in the order of the pages. */
export function programsIn(files: readonly PlannedFile[]): Program[] {
  return files.flatMap((file) => {
    if (file.from !== "template") return [];
    if (file.template === "docs/operation-page") return programsOf(file.view);
    return file.template === "docs/resource" ? file.view.operations.flatMap(programsOf) : [];
  });
}

function programsOf({ usages, walk, standalone }: OperationView): Program[] {
  return [
    ...usages.map((view) =>
      programFrom(view.title === null ? "SDK" : `SDK: ${view.title}`, {
        template: "docs/usage-code",
        view,
      }),
    ),
    ...(walk ? [programFrom("SDK: All pages", { template: "docs/walk-code", view: walk })] : []),
    programFrom("Function", { template: "docs/standalone-code", view: standalone }),
  ];
}

function programFrom(label: string, code: ProgramCode): Program {
  const { operationId, method, path } = code.view;
  return { operationId, method, path, language: "typescript", label, ...code };
}
