import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { apiFrom } from "../../generator/model/model.js";
import { read } from "../../generator/read/read.js";
import { startDerivedServer } from "../derived-server/server.js";
import { root } from "../imports.js";
import { commandsIn, run } from "./curl-commands.js";

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
    const commands = commandsIn(apiFrom(source));
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
