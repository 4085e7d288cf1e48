import { describe, expect, it } from "vitest";
import { compilers, output } from "./compilers.js";

describe.each(compilers)("under %s", (_, compiler, version) => {
  it("is meant", async () => {
    expect(await output(compiler, "--version")).toContain(version);
  });

  it("the emitted package has no type error", async () => {
    expect(await output(compiler, "-p", "generated", "--noEmit")).toBe("");
  });

  it("what must compile does, and what must not doesn't", async () => {
    expect(await output(compiler, "-p", "test/generated/types")).toBe("");
  });
});
