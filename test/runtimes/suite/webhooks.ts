import { webhooks as receiverOfThings, type WebhookError } from "#sdk/webhooks";
import { type Case, expectEqual } from "./case.js";

/** The secret of the example in the Standard Webhooks specification. */
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** A key pair of Ed25519 (RFC 8032, 7.1, test 1): the seed, then the public key. */
const seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const half = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

function base64(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes));
}

const things = () => receiverOfThings({ secret });
const added = { data: { id: "thing_Grüße" } };

async function kindOf(request: Parameters<ReturnType<typeof things>["unwrap"]>[0]) {
  const result = await things().unwrap(request).result();
  const error: WebhookError | undefined = result.ok ? undefined : result.error;
  return error?.kind;
}

export const webhooks: readonly Case[] = [
  {
    name: "a signed delivery is received",
    run: async () => {
      const request = await things().sign("thing.added", added, { id: "msg_1" });
      const event = await things().unwrap(request);
      expectEqual("event", event, { id: "msg_1", ...added, type: "thing.added" });
    },
  },
  {
    name: "the example of the Standard Webhooks specification is received",
    run: async () => {
      const { unwrap } = receiverOfThings({ secret, tolerance: Number.POSITIVE_INFINITY });
      const headers = {
        "Webhook-Id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "Webhook-Timestamp": "1614265330",
        "Webhook-Signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      };
      const event = await unwrap({ headers, body: '{"test": 2432232314}' });
      expectEqual("payload", event.type === undefined && event.payload, { test: 2432232314 });
    },
  },
  {
    name: "a changed delivery is refused",
    run: async () => {
      const request = await things().sign("thing.added", added);
      const body = (await request.text()).replace("Grüße", "Gruesse");
      expectEqual("kind", await kindOf({ headers: request.headers, body }), "webhook-signature");
    },
  },
  {
    name: "an old delivery is refused",
    run: async () => {
      const request = await things().sign("thing.added", added, { at: new Date(0) });
      expectEqual("kind", await kindOf(request), "webhook-stale");
    },
  },
  {
    name: "a delivery signed with Ed25519 is received",
    run: async () => {
      const sender = receiverOfThings({ secret: `whsk_${base64(seed + half)}` });
      const { unwrap } = receiverOfThings({ secret: [secret, `whpk_${base64(half)}`] });
      const event = await unwrap(await sender.sign("thing.added", added));
      expectEqual("type", event.type, "thing.added");
      const changed = await sender.sign("thing.added", added);
      const { headers } = changed;
      const result = await unwrap({ headers, body: `${await changed.text()} ` }).result();
      expectEqual("changed", result.ok, false);
    },
  },
  {
    name: "a handler answers deliveries",
    run: async () => {
      const ids: string[] = [];
      const handle = things().handler(
        { "thing.added": ({ data }) => void ids.push(data.id) },
        { onError: () => {} },
      );
      const handled = await handle(await things().sign("thing.added", added));
      const refused = await handle(
        new Request("https://localhost/", { method: "POST", body: "{}" }),
      );
      expectEqual("statuses", [handled.status, refused.status], [204, 400]);
      expectEqual("ids", ids, ["thing_Grüße"]);
    },
  },
];
