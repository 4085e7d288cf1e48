import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { emitted, node } from "./emitted.js";
import { compiler, here, packages, root } from "./folders.js";
import { type Server, startServer } from "./server.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The URLs of the servers in `apps/`, by name. */
    readonly apps: Readonly<Record<App, string>>;
  }
}

type App = (typeof apps)[number];

const apps = ["fastify", "hono", "oauth2"] as const;

/** Starts the apps, makes a package of the document that each serves, and checks the tests against those. */
export async function setup(project: TestProject): Promise<() => void> {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root });
  mkdirSync(packages, { recursive: true });
  const servers = await Promise.all(apps.map((app) => startServer(`apps/${app}.ts`, [])));
  const close = () => {
    for (const server of servers) server.close();
  };
  try {
    project.provide("apps", await packagesOf(servers));
    return close;
  } catch (cause) {
    close();
    throw cause;
  }
}

async function packagesOf(servers: readonly Server[]): Promise<Readonly<Record<App, string>>> {
  const urls = servers.map(({ url }) => url);
  for (const [index, app] of apps.entries()) {
    const document = join(packages, `${app}.json`);
    const response = await fetch(`${urls[index]}/openapi.json`);
    writeFileSync(document, await response.text());
    emitted(app, document);
  }
  emitted("msw", join(root, "spec/domains.openapi.yaml"), { className: "Clerk", msw: true });
  emitted("shop", join(root, "test/fixtures/webhooks.openapi.yaml"));
  node(compiler, "-p", here);
  const [fastify = "", hono = "", oauth2 = ""] = urls;
  return { fastify, hono, oauth2 };
}
