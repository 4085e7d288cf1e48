import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { apiFrom } from "../../generator/model/model.js";
import { plan } from "../../generator/plan/plan.js";
import { read } from "../../generator/read/read.js";
import { startDerivedServer } from "../derived-server/server.js";
import { root } from "../imports.js";
import { temporaryFolder } from "../temporary-folder.js";

interface Command {
  readonly id: string;
  readonly method: string;
  readonly command: string;
}

function commandsIn(files: ReturnType<typeof plan>): Command[] {
  return files.flatMap((file) => {
    if (file.from !== "template" || file.template !== "docs/resource") return [];
    return file.view.operations.map(({ curl: { operationId: id, method, command } }) => ({
      id,
      method,
      command,
    }));
  });
}

/** Runs a command in a shell whose environment variables all have values. */
function run(command: string): Promise<string> {
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

describe.each([
  "spec/domains.openapi.yaml",
  "test/fixtures/everything.openapi.yaml",
  "test/fixtures/newer.openapi.yaml",
  "test/fixtures/shapes.openapi.yaml",
  "test/fixtures/streams.openapi.yaml",
])("the curl commands for %s", (document) => {
  it("send what the document asks for", async () => {
    const reading = await read(join(root, document));
    if (!reading.ok) throw new Error("the document can't be read");
    const source = reading.source.document;
    const server = await startDerivedServer(source);
    const faults: unknown[] = [];
    const commands = commandsIn(plan(apiFrom(source), {}));
    expect(commands.length).toBeGreaterThan(2);
    try {
      for (const { id, method, command } of commands) {
        // The address that is meant goes into the path, as to a proxy.
        const sent = command.replace(/https?:\/\//, `${server.url}/$&`);
        const printed = await run(sent.replace("curl", "curl -sS --max-time 10"));
        const verdicts = server.verdicts();
        const refused = verdicts.flatMap((verdict) => verdict.faults);
        if (refused.length > 0 || verdicts.length !== 1 || verdicts[0]?.route === null) {
          faults.push([id, method, command, refused, printed]);
        }
      }
    } finally {
      await server.close();
    }
    expect(faults).toEqual([]);
  });
});
