import type { Api } from "../model/api/api.js";
import { docs } from "./docs/docs.js";
import type { PlannedFile } from "./file.js";
import { identityFrom, type PackageNaming } from "./names/identity.js";
import { namesFor } from "./names/names.js";
import type { Blueprint, Output, PackageFeatures, Places } from "./output.js";
import { packageFiles } from "./package/package.js";
import { report } from "./report/report.js";
import { sdk } from "./sdk/sdk.js";
import { testing } from "./testing/testing.js";
import { webhooks } from "./webhooks/webhooks.js";

/** The outputs made from an API. A new output is one more entry here. */
const outputs: readonly Output[] = [sdk, webhooks, testing, docs, report];

/** Optional input of a plan. */
interface PlanOptions {
  /** The places of the nodes in `pointersIn`. */
  readonly places?: Places;
  readonly features?: PackageFeatures;
}

/** Plans every file of the package without rendering it. */
export function plan(
  api: Api,
  naming: PackageNaming,
  { places = new Map(), features = {} }: PlanOptions = {},
): PlannedFile[] {
  const identity = identityFrom(api, naming);
  const names = namesFor(api, identity.className, identity.methodNames);
  const blueprint: Blueprint = { api, identity, names, places, features };
  const parts = outputs.map((output) => output(blueprint));
  const dependencies = Object.assign({}, ...parts.map((part) => part.dependencies));
  const optionalPeers = Object.assign({}, ...parts.map((part) => part.optionalPeers));
  const entries = Object.assign({}, ...parts.map((part) => part.entries));
  return [
    ...packageFiles(blueprint, { dependencies, optionalPeers, entries }),
    ...parts.flatMap(({ files }) => files),
    { path: "src/runtime", from: "runtime" },
  ];
}
