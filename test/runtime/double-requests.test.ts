import { describe, expect, test } from "vitest";
import { callWith } from "../../templates/runtime/call-with.js";
import type { ClientCore } from "../../templates/runtime/client-core.js";
import { doubleOf } from "../../templates/runtime/double.js";
import { answersTo } from "../../templates/runtime/double-requests.js";
import { addThing, type Failure, getThing, listThings } from "./things.js";

function get(client: ClientCore, request: { id: string }) {
  return callWith<unknown, Failure>(client, getThing, request);
}

function list(client: ClientCore) {
  return callWith<unknown[], Failure>(client, listThings);
}

function add(client: ClientCore, request: { name: string }) {
  return callWith<unknown, Failure>(client, addThing, request);
}

function setUp(serverURL?: string) {
  const api = doubleOf({});
  const answers = answersTo(api, [get, list, add], { serverURL });
  const request = async (url: string, init?: RequestInit) => {
    const sent = new Request(url, init);
    return answers.has(sent) ? answers.answer(sent) : undefined;
  };
  return { api, request };
}

describe("a request of a client without the double's options", () => {
  test("is answered by the scripts of its operation", async () => {
    const { api, request } = setUp();
    api.on(get).fails(404, { title: "gone" });
    api.on(add).replies({ id: 1 });
    const gone = await request("https://api.test/v1/things/a?b=c");
    expect([gone?.status, await gone?.json()]).toEqual([404, { title: "gone" }]);
    const body = '{"name":"a"}';
    const added = await request("https://api.test/v1/things", { method: "POST", body });
    expect(await added?.json()).toEqual({ id: 1 });
    expect(new TextDecoder().decode(api.calls(add)[0]?.bytes)).toBe(body);
  });

  test.each([
    ["without a script", "https://api.test/v1/things"],
    ["of another path", "https://api.test/v1/things/a/b"],
    ["of another API", "https://other.test/v1/things/a"],
    ["of another version", "https://api.test/v2/things/a"],
  ])("isn't answered: %s", async (_, url) => {
    const { api, request } = setUp("https://api.test/v1/");
    api.on(get).replies({ id: 1 });
    expect(await request(url)).toBeUndefined();
    expect((await request("https://api.test/v1/things/a"))?.status).toBe(200);
  });

  test("isn't answered by a script that is used up", async () => {
    const { api, request } = setUp();
    api.on(list).replies([]).once();
    expect((await request("https://api.test/things"))?.status).toBe(200);
    expect(await request("https://api.test/things")).toBeUndefined();
  });

  test("of another URL is answered by the scripts of that URL", async () => {
    const { api, request } = setUp("https://api.test/v1");
    api.onURL("https://auth.test").sends("token");
    expect(await (await request("https://auth.test/token"))?.text()).toBe("token");
    expect(await request("https://other.test/token")).toBeUndefined();
  });

  test("loses its connection", async () => {
    const { api, request } = setUp();
    api.on(list).drops("before-headers");
    expect((await request("https://api.test/things"))?.type).toBe("error");
  });
});
