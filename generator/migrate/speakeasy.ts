import type { JsonObject } from "../read/document/document.js";
import { isWeb } from "../text.js";
import {
  defined,
  type Hints,
  listAt,
  notesOn,
  objectAt,
  type Proposal,
  textAt,
} from "./proposal.js";

const hints: Hints = {
  additionalDependencies: "add what your own code imports to the setting package",
  additionalScripts: "add scripts to the setting package",
  envVarPrefix: "environment variables begin with the class's name",
  maxMethodParams: "calls take one object",
  modelPropertyCasing: "fields keep their names on the wire",
  preserveModelFieldNames: "fields keep their names on the wire",
  responseFormat: "a call returns the result; call.withResponse() adds the response",
  enableReactQuery: "set fetchClient, and use openapi-react-query",
  defaultErrorName: "the class of undocumented statuses is SDKError",
  baseErrorName: "the base class is named after the client",
};

/** Settings of `typescript` that are carried over, or that only describe Speakeasy's own output. */
const carried: ReadonlySet<string> = new Set([
  ...["version", "packageName", "author", "license", "additionalPackageJSON", "moduleFormat"],
  ...["templateVersion", "jsonpath", "fixes"],
]);

/**
 * Proposes settings from `gen.yaml` and `workflow.yaml`. Names of operations are those of
 * `x-speakeasy-group` and `x-speakeasy-name-override`, else whole operation IDs, as Speakeasy has
 * them: the document needs no overlay for that.
 */
export function fromSpeakeasy(gen: JsonObject, workflow: JsonObject): Omit<Proposal, "sources"> {
  const typescript = objectAt(gen, "typescript");
  const { source, output } = targetOf(workflow);
  const locations = (key: string) =>
    listAt(source, key).flatMap((each) => textAt(each, "location") ?? []);
  const [input, ...further] = locations("inputs").filter(isReadable);
  const overlays = locations("overlays").filter(isReadable);
  const unreadable = [...locations("inputs"), ...locations("overlays")].filter(
    (location) => !isReadable(location),
  );
  const steps = listAt(source, "overlays").length - locations("overlays").length;
  const unknown = Object.keys(typescript).filter((name) => !carried.has(name));
  const scripts = Object.keys(objectAt(typescript, "additionalPackageJSON", "scripts"));
  return {
    settings: defined({
      input: input !== undefined && further.length > 0 ? [input, ...further] : input,
      output,
      packageName: textAt(typescript, "packageName"),
      packageVersion: textAt(typescript, "version"),
      className: textAt(gen, "generation", "sdkClassName"),
      methodNames: "full" as const,
      overlays: overlays.length > 0 ? overlays : undefined,
      package: packageFrom(typescript),
      moduleFormats:
        textAt(typescript, "moduleFormat") === "dual" ? (["esm", "cjs"] as const) : undefined,
    }),
    overlay: null,
    notes: [
      ...unreadable.map((location) => `${location}: download it and name the file instead`),
      ...(steps > 0
        ? [`overlays without a location (${steps}): write them as OpenAPI Overlays`]
        : []),
      ...notesOn(unknown, hints),
      ...(scripts.length > 0
        ? [
            `additionalPackageJSON.scripts (${scripts.join(", ")}): read them, because some run when a package is installed or built, and add them to the setting package`,
          ]
        : []),
    ],
  };
}

/** The source and the output of the target for TypeScript. */
function targetOf(workflow: JsonObject): { readonly source: JsonObject; readonly output?: string } {
  const targets = Object.values(objectAt(workflow, "targets"));
  const target = targets.find((each) => textAt(each, "target") === "typescript") ?? targets[0];
  const sources = objectAt(workflow, "sources");
  const name = textAt(target, "source") ?? Object.keys(sources)[0] ?? "";
  const output = textAt(target, "output");
  return { source: objectAt(sources, name), ...(output === undefined ? {} : { output }) };
}

/** A location of a registry, or in an environment variable, isn't a document. */
function isReadable(location: string): boolean {
  return !/^registry\.|^\$/.test(location) && (isWeb(location) || !location.includes("://"));
}

function packageFrom(typescript: JsonObject): JsonObject | undefined {
  const fields = {
    ...defined({ author: textAt(typescript, "author"), license: textAt(typescript, "license") }),
    ...objectAt(typescript, "additionalPackageJSON"),
  };
  // These have settings of their own, belong to Speakeasy's build, or run commands.
  const others = "name version type sideEffects main module packageManager scripts".split(" ");
  const own = Object.entries(fields).filter(([name]) => !others.includes(name));
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}
