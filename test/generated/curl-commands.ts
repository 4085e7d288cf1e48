import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Api } from "../../generator/model/api/api.js";
import { plan } from "../../generator/plan/plan.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A curl command on a page. */
export interface Command {
  readonly id: string;
  readonly method: string;
  readonly command: string;
}

/** The curl commands on the pages of an API. */
export function commandsIn(api: Api): Command[] {
  return plan(api, {}).flatMap((file) => {
    if (file.from !== "template" || file.template !== "docs/resource") return [];
    return file.view.operations.map(({ curl: { operationId: id, method, command } }) => ({
      id,
      method,
      command,
    }));
  });
}

/** Runs a command in a shell whose environment variables all have values. */
export function run(command: string): Promise<string> {
  const folder = mkdtempSync(join(temporaryFolder(), "curl-"));
  for (const [, name = ""] of command.matchAll(/=?@"?([\w.-]+)/g)) {
    writeFileSync(join(folder, name), "bytes");
  }
  const variables = [...command.matchAll(/\$\{?(\w+)/g)].map(([, name = ""]) => [name, "secret"]);
  const options = { cwd: folder, env: { ...process.env, ...Object.fromEntries(variables) } };
  return new Promise((done, failed) => {
    execFile("sh", ["-c", command], options, (error, stdout, stderr) =>
      error ? failed(new Error(stderr)) : done(stdout),
    );
  });
}
