import { createServer } from "node:http";
import { port } from "./documents.js";

// Answers every request on this machine with one domain, and keeps connections.

const body = JSON.stringify({ data: [{ object: "domain", id: "dmn_1", name: "example.com" }] });

const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end(body);
});
server.listen(port, "127.0.0.1", () => process.stdout.write("listening\n"));
