import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import express from "express";
import { fastify } from "fastify";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { webhooks } from "#receiver/shop";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const shop = webhooks({ secret });
const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** Starts a server on loopback. */
async function listening(server: Server): Promise<string> {
  open.push(server);
  if (!server.listening) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }
  return urlOf(server);
}

function urlOf(server: Server): string {
  // The cast relies on the port: a server on a port has this address.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/hooks`;
}

/** Sends the signed example of an event. The text isn't ASCII, so that a wrong charset shows. */
async function deliver(url: string, more: object = {}): Promise<Response> {
  const data = { id: "ord_Grüße", total: 1 };
  return fetch(await shop.sign("order.paid", { data }, { url, ...more }));
}

/** What each framework answers to a delivery, and to one that is signed too long ago. */
async function expectReceived(url: string): Promise<void> {
  const response = await deliver(url);
  expect([response.status, await response.text()]).toEqual([200, "ord_Grüße"]);
  const old = await deliver(url, { at: new Date(0) });
  expect([old.status, await old.text()]).toEqual([400, "not signed within 300 s of now"]);
}

const advice =
  /raw body.*Express: express\.raw.*Next\.js.*Fastify.*Hono.*AWS Lambda.*Cloudflare Workers/;

describe("Express", () => {
  it("receives the raw body", async () => {
    const handle = shop.handler(
      { "order.paid": ({ data }) => new Response(data.id) },
      { onError: () => {} },
    );
    const app = express();
    app.post("/hooks", express.raw({ type: "*/*" }), async (request, response) => {
      const answer = await handle(request);
      response.status(answer.status).send(await answer.text());
    });
    await expectReceived(await listening(createServer(app)));
  });

  it.each([
    ["parsed", [express.json()]],
    ["read by no parser", []],
  ])("gets an error that names the raw body if the body is %s", async (_, parsers) => {
    const app = express();
    app.post("/hooks", ...parsers, async (request, response) => {
      const event = await shop.unwrap(request).catch(String);
      response.send(event);
    });
    const response = await deliver(await listening(createServer(app)));
    expect(await response.text()).toMatch(advice);
  });
});

describe("Fastify", () => {
  it("receives the raw body", async () => {
    const handle = shop.handler(
      { "order.paid": ({ data }) => new Response(data.id) },
      { onError: () => {} },
    );
    const app = fastify();
    open.push(app);
    app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    app.post<{ Body: Buffer }>("/hooks", async (request, reply) => {
      const response = await handle(request);
      return reply.status(response.status).send(await response.text());
    });
    await expectReceived(`${await app.listen({ host: "127.0.0.1", port: 0 })}/hooks`);
  });

  it("gets an error that names the raw body if the body is parsed", async () => {
    const app = fastify();
    open.push(app);
    app.post<{ Body: Buffer }>("/hooks", (request) => shop.unwrap(request).catch(String));
    const response = await deliver(`${await app.listen({ host: "127.0.0.1", port: 0 })}/hooks`);
    expect(await response.text()).toMatch(advice);
  });
});

describe("Hono", () => {
  async function served(app: Hono): Promise<string> {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
    // The cast relies on the options: without any, the server is one of HTTP/1.
    const http = server as Server;
    if (!http.listening) await new Promise((resolve) => http.once("listening", resolve));
    return listening(http);
  }

  it("receives the request", async () => {
    const handle = shop.handler(
      { "order.paid": ({ data }) => new Response(data.id) },
      { onError: () => {} },
    );
    const app = new Hono();
    app.post("/hooks", (context) => handle(context.req.raw));
    await expectReceived(await served(app));
  });

  it("gets an error that names the raw body if the body was read", async () => {
    const app = new Hono();
    app.post("/hooks", async (context) => {
      await context.req.json();
      return context.text(await shop.unwrap(context.req.raw).then(() => "read", String));
    });
    const response = await deliver(await served(app));
    expect(await response.text()).toMatch(advice);
  });
});
