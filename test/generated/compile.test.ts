import { describe, expect, it } from "vitest";
import { compilers, output } from "./compilers.js";

describe.each(compilers)("under %s", (_, compiler, version) => {
  it("is the intended one", async () => {
    expect(await output(compiler, "--version")).toContain(version);
  });

  it("the emitted package has no type error", async () => {
    expect(await output(compiler, "-p", "generated", "--noEmit")).toBe("");
  });

  it("programs that must compile do, and those that must not don't", async () => {
    expect(await output(compiler, "-p", "test/generated/types")).toBe("");
  });
});
