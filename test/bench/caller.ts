// Calls what a bundle exports again and again, and prints what that took: CPU µs a call against a
// `fetch` that answers at once, or calls a second against the server on this machine.

const [, , bundle = "", way = ""] = process.argv;
const body = JSON.stringify({ data: [{ object: "domain", id: "dmn_1", name: "example.com" }] });

if (way === "stub") {
  const headers = { "content-type": "application/json" };
  globalThis.fetch = async () => new Response(body, { headers });
}
const { call }: { readonly call: () => Promise<{ readonly data: readonly unknown[] }> } =
  await import(bundle);
const answer = await call();
if (answer.data.length !== 1) throw new Error(`it gave ${JSON.stringify(answer)}`);

const counted = way === "stub" ? 40_000 : 6_000;
await repeat(counted / 4);
const cpu = process.cpuUsage();
const start = performance.now();
await repeat(counted);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(String(way === "stub" ? (user + system) / counted : counted / seconds));

async function repeat(times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await call();
}
