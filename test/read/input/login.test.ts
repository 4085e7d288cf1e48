import { createServer, type ServerResponse } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchWith } from "../../../generator/read/input/fetch-text.js";
import { type Login, withoutSecrets } from "../../../generator/read/input/login.js";
import { read } from "../../../generator/read/read.js";
import { noChanges } from "../../../generator/read/source.js";
import { startHost } from "../../references/host.js";

const headers: Login["headers"] = [["Authorization", "Bearer s3cr3t-token"]];
const api = { openapi: "3.1.0", info: { title: "Pets", version: "1" } };
const anywhere = { folders: [], hosts: null };

function authorizations(host: Awaited<ReturnType<typeof startHost>>) {
  return host.asked.map((path, index) => [path, host.headers[index]?.authorization]);
}

async function readFrom(host: Awaited<ReturnType<typeof startHost>>, overlays: string[] = []) {
  const login = { origin: host.url, headers };
  const options = { ...noChanges, overlays, allowedRefs: anywhere, login };
  return read(`${host.url}/api`, undefined, options);
}

describe("the headers of a login", () => {
  it("are sent for the document, its references and its overlays, on its own origin only", async () => {
    const [own, other] = [await startHost(), await startHost()];
    own.answers["/api"] = {
      ...api,
      paths: { "/a": { $ref: "a.json" }, "/b": { $ref: `${other.url}/b.json` } },
    };
    const overlay = { overlay: "1.0.0", info: api.info, actions: [] };
    own.answers["/a.json"] = { get: { responses: {} } };
    own.answers["/o.json"] = overlay;
    other.answers["/b.json"] = { get: { responses: {} } };
    other.answers["/o.json"] = overlay;
    const reading = await readFrom(own, [`${own.url}/o.json`, `${other.url}/o.json`]);
    expect(reading.ok).toBe(true);
    expect(authorizations(own)).toEqual([
      ["/api", "Bearer s3cr3t-token"],
      ["/o.json", "Bearer s3cr3t-token"],
      ["/a.json", "Bearer s3cr3t-token"],
    ]);
    expect(authorizations(other)).toEqual([
      ["/o.json", undefined],
      ["/b.json", undefined],
    ]);
  });

  it("are kept on a redirect within the origin, and dropped on one to another, also on the way back", async () => {
    const [own, other] = [await startHost(), await startHost()];
    own.redirects["/api"] = "/moved";
    own.redirects["/moved"] = `${other.url}/away`;
    other.redirects["/away"] = `${own.url}/back`;
    own.answers["/back"] = { ...api, paths: {} };
    expect((await readFrom(own)).ok).toBe(true);
    expect(authorizations(own)).toEqual([
      ["/api", "Bearer s3cr3t-token"],
      ["/moved", "Bearer s3cr3t-token"],
      ["/back", undefined],
    ]);
    expect(authorizations(other)).toEqual([["/away", undefined]]);
  });
});

describe("a refused login", () => {
  async function answered(answer: (response: ServerResponse, url: string) => void) {
    const server = createServer((request, response) => answer(response, request.url ?? ""));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  }

  it.each<[string, Login["headers"] | null, string]>([
    [
      "without a login",
      null,
      'the server responded with 401 No: add a login with --header "Name: value", or download the document first',
    ],
    ["of the login", headers, "the server responded with 401 No: check the value of --header"],
  ])("says what to do: %s", async (_, sent, message) => {
    const origin = await answered((response) => response.writeHead(401, "No").end());
    const fetch = fetchWith(sent === null ? undefined : { origin, headers: sent });
    expect(await fetch(`${origin}/api`)).toMatchObject({ ok: false, problems: [{ message }] });
  });

  it("after a redirect to another origin is reported with the origin that gets the headers", async () => {
    const other = await answered((response) => response.writeHead(403).end());
    const origin = await answered((response) =>
      response.writeHead(302, { location: `${other}/api` }).end(),
    );
    expect(await fetchWith({ origin, headers })(`${origin}/api`)).toMatchObject({
      problems: [
        { message: `the server responded with 403 Forbidden: --header is sent to ${origin} only` },
      ],
    });
  });

  it("is reported without the login that the server echoes", async () => {
    const origin = await answered((response) =>
      response.writeHead(401, "S3cr3t-Token is wrong, not Bearer s3cr3t-token").end(),
    );
    expect(await fetchWith({ origin, headers })(`${origin}/api`)).toMatchObject({
      problems: [
        {
          message:
            "the server responded with 401 *** is wrong, not ***: check the value of --header",
        },
      ],
    });
  });
});

it.each([
  ["Bearer abc.def/ghi=", "no abc.def/ghi= here, Bearer", "no *** here, Bearer"],
  ["short", "a short text", "a *** text"],
  ["Basic dXNlcjpwYXNz", "Basic dXNlcjpwYXNz", "***"],
])("hides a value and its long words: %s", (value, text, want) => {
  const login = { origin: "https://a.example", headers: [["X-Key", value]] } as const;
  expect(withoutSecrets(text, login)).toBe(want);
});
