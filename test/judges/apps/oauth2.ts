import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type ClientCredentials } from "oidc-provider";

// Notes behind an OAuth 2.0 provider: a client gets its tokens with its id and secret.

const server = createServer();
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// The cast states what listening on a port guarantees.
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const client = {
  client_id: "notes app",
  // What a client that doesn't encode its secret (RFC 6749, 2.3.1) gets wrong.
  client_secret: "s+3c/r%20e:t",
  grant_types: ["client_credentials"],
  redirect_uris: [],
  response_types: [],
  scope: "notes.read notes.write",
};

const provider = new Provider(url, {
  clients: [{ ...client, token_endpoint_auth_method: "client_secret_basic" }],
  scopes: ["notes.read", "notes.write", "notes.archive"],
  features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
  ttl: { ClientCredentials: 600 },
});

const operation = (operationId: string, scope: string) => ({
  operationId,
  tags: ["notes"],
  security: [{ machine: [scope] }],
  responses: {
    200: {
      description: "The token that came.",
      content: {
        "application/json": {
          schema: {
            type: "object",
            required: ["token", "scope"],
            properties: { token: { type: "string" }, scope: { type: "string" } },
          },
        },
      },
    },
    401: { description: "No token, or one that isn't valid." },
  },
});

const document = {
  openapi: "3.1.0",
  info: { title: "Notes", version: "1.0.0" },
  servers: [{ url }],
  paths: {
    "/notes": {
      get: operation("readNotes", "notes.read"),
      post: operation("writeNote", "notes.write"),
      delete: operation("revokeToken", "notes.read"),
      patch: operation("archiveNotes", "notes.archive"),
    },
  },
  components: {
    securitySchemes: {
      machine: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: `${url}/token`,
            scopes: { "notes.read": "", "notes.write": "", "notes.archive": "" },
          },
        },
      },
    },
  },
};

const oauth2 = provider.callback();

server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
  if (request.url === "/openapi.json") return answer(response, 200, document);
  if (request.url !== "/notes") return oauth2(request, response);
  const token = await tokenOf(request);
  if (token === undefined) return answer(response, 401, {});
  if (request.method === "DELETE") await token.destroy();
  return answer(response, 200, { token: token.jti, scope: token.scope });
});

async function tokenOf({ headers }: IncomingMessage): Promise<ClientCredentials | undefined> {
  const value = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
  return value === undefined ? undefined : provider.ClientCredentials.find(value);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

// biome-ignore lint/suspicious/noConsole: what starts this reads the URL.
console.log(`listening on ${url}`);
