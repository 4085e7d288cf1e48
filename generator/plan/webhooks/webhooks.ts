import type { Blueprint, OutputFiles } from "../output.js";
import { webhooksFile } from "./webhooks-file.js";

/** The entry point that receives the events of an API, if it has any. */
export function webhooks(blueprint: Blueprint): OutputFiles {
  const { webhooks } = blueprint.api;
  return {
    files: webhooks === null ? [] : [webhooksFile(webhooks, blueprint)],
    dependencies: {},
    entries: webhooks === null ? {} : { "./webhooks": "webhooks" },
  };
}
