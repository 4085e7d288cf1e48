import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "../../generator/model/api/api.js";
import { apiFrom } from "../../generator/model/model.js";
import { read } from "../../generator/read/read.js";
import { clients } from "./clients.js";
import { mockedDocuments } from "./documents.js";
import { root } from "./folders.js";
import { type Server, startServer } from "./server.js";

describe.each(mockedDocuments)("sdkwright mock of $name", ({ file, known }) => {
  let api: Api;
  let server: Server;

  beforeAll(async () => {
    const reading = await read(file);
    if (!reading.ok) throw new Error(`${file} can't be read`);
    api = apiFrom(reading.source.document);
    server = await startServer(`${root}/dist/cli.js`, ["mock", file, "--port", "0"]);
  });

  afterAll(() => server.close());

  it.each(Object.entries(clients))("answers every operation called by %s", async (name, client) => {
    const failures = await client(api, server.url, file);
    const expected = known.filter((each) => each.client === name);
    expect(failures.filter((line) => !expected.some((each) => each.failure.test(line)))).toEqual(
      [],
    );
    expect(expected.filter((each) => !failures.some((line) => each.failure.test(line)))).toEqual(
      [],
    );
  });
});
