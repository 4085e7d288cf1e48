import type { Api } from "../../../model/api/api.js";
import type { Server } from "../../../model/api/server.js";
import type { Argument } from "../../call/arguments.js";
import { type Call, callFrom } from "../../call/call.js";
import { isRelative, pathOnHost, serverOf, withDefaults } from "../../call/servers.js";
import { sampleField } from "../../samples/sample.js";
import { sampleArguments } from "../../samples/sample-arguments.js";
import type { DocsContext, Placed } from "../docs-context.js";
import type { CurlView } from "../part-views.js";
import { hasURL } from "../snippets/snippet-client.js";
import { markerOf } from "../snippets/snippets.js";
import { concreteType } from "../snippets/usage-views.js";
import { bodyOptions, type CurlOption, headerName, headerOption } from "./request-body.js";
import { shellWord, type Word } from "./shell.js";
import { percentEncode, wireText } from "./wire-text.js";

/** An operation as a curl command: the request of its first program, secrets as variables. */
export function curlView({ operation }: Placed, docs: DocsContext): CurlView {
  const call = callFrom(operation, docs.api);
  const sent = sentArguments(call, docs);
  const credentials = credentialParts(call, docs);
  const body = bodyOf(call, sent);
  const options: CurlOption[] = [
    ...methodOptions(operation.method.toUpperCase(), body.length > 0),
    ...urlOptions(call, sent, credentials.query, docs),
    ...(isStream(call) ? [["-N"] as const] : []),
    ...credentials.options,
    ...headerOptions(sent),
    ...cookieOptions(sent, credentials.cookies),
    ...body,
  ];
  return { ...markerOf(operation), command: commandOf(options) };
}

/** The options up to the URL on the first line, every other option on its own. */
function commandOf(options: readonly CurlOption[]): string {
  let text = "curl";
  let isFirst = true;
  for (const [option, word] of options) {
    const written = [option, ...(word ? [shellWord(word)] : [])].filter(Boolean).join(" ");
    text += isFirst ? ` ${written}` : ` \\\n  ${written}`;
    if (option === "") isFirst = false;
  }
  return text;
}

type Sent = readonly (readonly [argument: Argument, value: unknown])[];

/** The arguments of the sample call, and what the client adds to every call. */
function sentArguments(call: Call, { find }: DocsContext): Sent {
  const sample = sampleArguments(call, find);
  const { fields, hidden } = call.arguments;
  return [...fields, ...hidden].flatMap((argument): Sent => {
    const value = Object.hasOwn(sample, argument.key) ? sample[argument.key] : undefined;
    if (value !== undefined) return [[argument, value]];
    const documented = call.operation.parameters.find(
      ({ in: place, name }) => place === argument.in && name === argument.name,
    );
    const isGlobal = argument.global !== null && documented?.required === true;
    return isGlobal ? [[argument, sampleField(argument, find)]] : [];
  });
}

function inPlace(sent: Sent, place: Argument["in"]): string[] {
  return sent.flatMap(([argument, value]) =>
    argument.in === place && value !== null ? [textFor(argument, value)] : [],
  );
}

function textFor({ in: place, name, serialization }: Argument, value: unknown): string {
  return place === "body" ? "" : wireText({ in: place, name, serialization }, value);
}

function methodOptions(method: string, hasBody: boolean): CurlOption[] {
  if (method === "HEAD") return [["-I"]];
  const isUsual = method === (hasBody ? "POST" : "GET");
  return isUsual ? [] : [["-X", [method]]];
}

function urlOptions(
  { operation, server }: Call,
  sent: Sent,
  secrets: readonly Word[],
  { api }: DocsContext,
): CurlOption[] {
  const [written = ""] = operation.path.split("#");
  const path = written.replace(/\{([^{}]+)\}|[^{}]+/g, (text, name?: string) => {
    if (name === undefined) return encodeURI(text.toWellFormed()).replaceAll("'", "%27");
    const found = sent.find(([argument]) => argument.in === "path" && argument.name === name);
    return found ? textFor(...found) : text;
  });
  const query = inPlace(sent, "query").filter(Boolean);
  const url = [baseURL(server, api) + path, query.join("&")].filter(Boolean).join("?");
  const added = secrets.flatMap((secret, index) => [
    query.length + index > 0 ? "&" : "?",
    ...secret,
  ]);
  return [...(/[[\]{}]/.test(url) ? [["-g"] as const] : []), ["", [url, ...added]]];
}

/** The address of the server that the call goes to, with the defaults of its variables. */
function baseURL(own: Server | null, api: Api): string {
  const called = serverOf(own, api);
  const given = hasURL(called) ? withDefaults(called) : "";
  const url = URL.canParse(given) ? given : `https://api.example.com${pathOnHost(called)}`;
  const base = own && isRelative(own) ? new URL(url).origin + pathOnHost(own) : url;
  return base.replace(/\s/g, encodeURIComponent).replace(/\/$/, "");
}

function headerOptions(sent: Sent): CurlOption[] {
  return sent.flatMap(([argument, value]): CurlOption[] => {
    if (argument.in !== "header" || value === null) return [];
    return [headerOption(argument.name, textFor(argument, value))];
  });
}

function cookieOptions(sent: Sent, secrets: readonly Word[]): CurlOption[] {
  const all = [...inPlace(sent, "cookie").map((text): Word => [text]), ...secrets];
  const word = all.flatMap((cookie, index) => (index === 0 ? cookie : ["; ", ...cookie]));
  return all.length === 0 ? [] : [["-b", word]];
}

/** Credentials as environment variables, under the names that the package reads. */
function credentialParts(call: Call, { api, names }: DocsContext) {
  const asked = call.security.find((schemes) => schemes.length > 0) ?? [];
  const options: CurlOption[] = [];
  const query: Word[] = [];
  const cookies: Word[] = [];
  for (const { name } of asked) {
    const scheme = api.security.find((each) => each.name === name);
    const [first, second] = names
      .credential(name)
      .map(({ environment }) => ({ variable: environment }));
    if (scheme === undefined || first === undefined) continue;
    if (scheme.kind === "basic") {
      options.push(["-u", [first, ":", ...(second ? [second] : [])]]);
    } else if (scheme.kind !== "apiKey") {
      const token = scheme.kind === "bearer" ? first : { variable: "ACCESS_TOKEN" };
      options.push(["-H", ["Authorization: Bearer ", token]]);
    } else if (scheme.in === "header") {
      options.push(["-H", [`${headerName(scheme.key)}: `, first]]);
    } else {
      const pairs = scheme.in === "query" ? query : cookies;
      pairs.push([`${percentEncode(scheme.key)}=`, first]);
    }
  }
  return { options, query, cookies };
}

function isStream({ results: [first] }: Call): boolean {
  return first?.payload.kind === "stream";
}

function bodyOf({ operation: { body }, arguments: given }: Call, sent: Sent): CurlOption[] {
  if (body === null) return [];
  const fields = sent.filter(([argument]) => argument.in === "body");
  if (fields.length === 0 && !body.required) return [];
  const whole =
    given.body === "body"
      ? fields[0]?.[1]
      : Object.fromEntries(fields.map(([{ name }, value]) => [name, value]));
  if (whole === undefined) return [];
  const contentType = concreteType(body.contentType) ?? "application/octet-stream";
  return bodyOptions(body, contentType, whole);
}
