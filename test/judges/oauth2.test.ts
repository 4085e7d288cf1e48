import { describe, expect, it } from "vitest";
import { archiveNotes, Notes, readNotes, revokeToken, writeNote } from "#sdk/oauth2";

const credentials = { clientID: "notes app", clientSecret: "s+3c/r%20e:t" };

describe("a provider of OAuth 2.0 tokens", () => {
  it("issues a client one token for each set of scopes", async () => {
    const notes = new Notes(credentials);
    const [read, again, write] = await Promise.all([
      readNotes(notes),
      readNotes(notes),
      writeNote(notes),
    ]);
    expect(read.scope).toBe("notes.read");
    expect(again.token).toBe(read.token);
    expect(write.scope).toBe("notes.write");
    expect(write.token).not.toBe(read.token);
  });

  it("issues a new token for one that was revoked", async () => {
    const notes = new Notes(credentials);
    const revoked = await revokeToken(notes);
    const read = await readNotes(notes);
    expect(read.scope).toBe("notes.read");
    expect(read.token).not.toBe(revoked.token);
  });

  it("refuses a wrong secret", async () => {
    const notes = new Notes({ ...credentials, clientSecret: "wrong" });
    const result = await readNotes(notes).result();
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "invalid-request", message: expect.stringContaining("401: invalid_client") },
    });
  });

  it("refuses a scope that the client may not have", async () => {
    const result = await archiveNotes(new Notes(credentials)).result();
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "invalid-request", message: expect.stringContaining("400: invalid_scope") },
    });
  });
});
