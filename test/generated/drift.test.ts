import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import { root } from "../imports.js";

describe("the committed SDK", () => {
  it("is what the generator makes of the document", async () => {
    const outcome = await new Promise((resolve) => {
      execFile(
        process.execPath,
        ["dist/cli.js", "generate", "--check"],
        { cwd: root },
        (error, stdout) => resolve({ code: error?.code ?? 0, stdout }),
      );
    });
    expect(outcome).toEqual({ code: 0, stdout: "generated is up to date\n" });
  });
});
