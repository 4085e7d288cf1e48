import type { JsonObject } from "../../read/document/document.js";
import type { HmacSignature, WebhookSignature } from "../api/webhooks.js";
import { fernSignatureOf, speakeasySignatureOf } from "../extensions.js";
import { numberIn, ownPlace, textIn, textsIn } from "../node.js";
import type { WebhookRequest } from "./requests.js";

/** The headers that identify a common scheme. */
const schemeHeaders: readonly (readonly [header: string, signature: WebhookSignature])[] = [
  ["webhook-signature", { scheme: "standard" }],
  ["svix-signature", { scheme: "standard" }],
  ["stripe-signature", { scheme: "stripe" }],
  ["x-hub-signature-256", { scheme: "github" }],
  ["x-slack-signature", { scheme: "slack" }],
];

/**
 * How the API signs its webhooks: from an extension, else from a header that the webhooks declare,
 * else Standard Webhooks.
 */
export function signatureFrom(
  document: JsonObject,
  requests: readonly WebhookRequest[],
): WebhookSignature {
  const described = [document, ...requests.map(({ place }) => place.node)].map(fernSignatureOf);
  const fern = described.find((node) => node !== null);
  if (fern) return fernSignature(fern);
  const speakeasy = speakeasySignatureOf(document);
  if (speakeasy !== null) return speakeasySignature(speakeasy);
  const headers = new Set(
    requests.flatMap(({ parameters }) =>
      parameters.flatMap((each) => (each.in === "header" ? each.name.toLowerCase() : [])),
    ),
  );
  return schemeHeaders.find(([header]) => headers.has(header))?.[1] ?? { scheme: "standard" };
}

const hashes = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"] as const;

/** `sha256`, `hmac-sha256` and `SHA-256` are the same. */
function hashIn(text: string | null): HmacSignature["hash"] | null {
  const digits = /^(?:hmac[-_]?)?sha-?(1|256|384|512)$/i.exec(text ?? "sha256")?.[1];
  return hashes.find((hash) => hash === `SHA-${digits}`) ?? null;
}

const timeFormats: Readonly<Record<string, HmacSignature["timeFormat"]>> = {
  "unix-seconds": "seconds",
  "unix-millis": "milliseconds",
  iso8601: "iso8601",
};

/** The components that Fern signs, as the parts of a signed text. */
const components: Readonly<Record<string, string>> = {
  body: "{body}",
  timestamp: "{time}",
  "message-id": "{id}",
};

/** https://buildwithfern.com/learn/api-definitions/openapi/extensions/webhook-signature */
export function fernSignature(node: JsonObject): WebhookSignature {
  const place = { node, pointer: "" };
  const header = textIn(node, "header")?.toLowerCase();
  const time = ownPlace(place, "timestamp")?.node ?? {};
  const format = ownPlace(place, "payload-format")?.node ?? {};
  const signed = textsIn(format, "components").map((each) => components[each] ?? null);
  const hash = hashIn(textIn(node, "algorithm"));
  const timeFormat = timeFormats[textIn(time, "format") ?? "unix-seconds"];
  const encoding = textIn(node, "encoding") ?? "hex";
  const tolerance = numberIn(time, "tolerance");
  const fault = firstTrue([
    [textIn(node, "type") === "asymmetric", "public keys from a URL aren't supported"],
    [header === undefined, "`header` is missing"],
    [hash === null, "its `algorithm` isn't SHA-1, SHA-256, SHA-384 or SHA-512"],
    [encoding !== "hex" && encoding !== "base64", "its `encoding` isn't hex or base64"],
    [timeFormat === undefined, "the format of its `timestamp` is unknown"],
    [tolerance !== null && tolerance <= 0, "the tolerance of its `timestamp` isn't positive"],
    [signed.includes(null), "it signs more than the body, a timestamp and a message id"],
  ]);
  if (fault !== null || !header || !hash || !timeFormat) return unsupported(fault);
  return {
    scheme: "hmac",
    header,
    prefix: textIn(node, "signature-prefix") ?? "",
    encoding: encoding === "base64" ? "base64" : "hex",
    hash,
    signed: signed.length === 0 ? "{body}" : signed.join(textIn(format, "delimiter") ?? "."),
    idHeader: textIn(ownPlace(place, "message-id")?.node ?? {}, "header")?.toLowerCase() ?? null,
    timeHeader: textIn(time, "header")?.toLowerCase() ?? null,
    timeFormat,
    tolerance,
  };
}

/** https://www.speakeasy.com/docs/customize/webhooks */
function speakeasySignature(node: JsonObject): WebhookSignature {
  const header = textIn(node, "headerName")?.toLowerCase();
  const hash = hashIn(textIn(node, "algorithm"));
  const encoding = textIn(node, "signatureTextEncoding") ?? "base64";
  const fault = firstTrue([
    [textIn(node, "type") === "custom", "its `type` is custom"],
    [header === undefined, "`headerName` is missing"],
    [hash === null, "its `algorithm` isn't hmac-sha256"],
    [encoding !== "hex" && encoding !== "base64", "its `signatureTextEncoding` is unknown"],
  ]);
  if (fault !== null || !header || !hash) return unsupported(fault);
  return {
    scheme: "hmac",
    header,
    prefix: "",
    encoding: encoding === "hex" ? "hex" : "base64",
    hash,
    signed: "{body}",
    idHeader: null,
    timeHeader: null,
    timeFormat: "seconds",
    tolerance: null,
  };
}

function firstTrue(faults: readonly (readonly [is: boolean, fault: string])[]): string | null {
  return faults.find(([is]) => is)?.[1] ?? null;
}

function unsupported(reason: string | null): WebhookSignature {
  return { scheme: "unsupported", reason: reason ?? "it isn't described completely" };
}
