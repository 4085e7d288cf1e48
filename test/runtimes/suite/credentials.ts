import { type APIPromise, Things, type ThingsOptions } from "#sdk";
import {
  type Arrival,
  type Case,
  expectEqual,
  expectTrue,
  type Inapplicable,
  type Place,
  spotFor,
} from "./case.js";

const secret = "c2VjcmV0LXRva2Vu";
const none = { strategy: "none" } as const;

/** A way to show who is calling. */
interface Credential {
  readonly name: string;
  /** How it is seen in a request that carries it. */
  readonly seen: (arrival: Arrival) => string | undefined;
  readonly want: string;
  readonly client: ThingsOptions;
  readonly call: (things: Things) => APIPromise<unknown, unknown>;
  readonly inapplicable?: Inapplicable;
}

const noCookieHeader = "pages can't set the `Cookie` header; the browser manages cookies";

const bearer: Credential = {
  name: "a bearer token",
  seen: ({ headers }) => headers["authorization"],
  want: `Bearer ${secret}`,
  client: { bearerAuth: secret },
  call: ({ secrets }) => secrets.getBearerSecret(),
};

const headerKey: Credential = {
  name: "a key in a header",
  seen: ({ headers }) => headers["x-api-key"],
  want: secret,
  client: { headerKey: secret },
  call: ({ secrets }) => secrets.getHeaderKeySecret(),
};

const credentials: readonly Credential[] = [
  bearer,
  {
    name: "a name and a password",
    seen: ({ headers }) => headers["authorization"],
    want: `Basic ${btoa(`me:${secret}`)}`,
    client: { username: "me", password: secret },
    call: ({ secrets }) => secrets.getBasicSecret(),
  },
  headerKey,
  {
    name: "a key in the query",
    seen: ({ path }) => path,
    want: `/query-key?api_key=${secret}`,
    client: { queryKey: secret },
    call: ({ secrets }) => secrets.getQueryKeySecret(),
  },
  {
    name: "a key in a cookie",
    seen: ({ headers }) => headers["cookie"],
    want: `session=${secret}`,
    client: { cookieKey: secret },
    call: ({ secrets }) => secrets.getCookieKeySecret(),
    inapplicable: { chromium: noCookieHeader },
  },
  {
    name: "a cookie that the caller sets",
    seen: ({ headers }) => headers["cookie"],
    want: `session=${secret}`,
    client: { headers: { Cookie: `session=${secret}` } },
    call: ({ things }) => things.get({ id: "1" }),
    inapplicable: { chromium: noCookieHeader },
  },
];

const statuses = [301, 302, 303, 307, 308];

/** Another port is another origin, and so is another name of the same host. */
const strangers = [
  ["another port", "other"],
  ["another host", "localhost"],
] as const;

async function arrivalsAfter(place: Place, reply: string, credential: Credential) {
  const spot = spotFor(place, reply);
  const things = new Things({ serverURL: spot.url, retries: none, ...credential.client });
  await credential.call(things).result();
  return spot.arrivals();
}

/** Whether a request holds the secret anywhere, plain or as basic authentication has it. */
function carries({ want }: Credential, { headers, path }: Arrival): boolean {
  const text = JSON.stringify([headers, path]);
  return text.includes(secret) || text.includes(want);
}

const sent = credentials.map((credential) => ({
  name: `${credential.name} is sent`,
  inapplicable: credential.inapplicable,
  run: async (place: Place) => {
    const [arrival] = await arrivalsAfter(place, "thing", credential);
    expectEqual("credential", arrival && credential.seen(arrival), credential.want);
  },
}));

const keptFromStrangers = credentials.flatMap((credential) =>
  statuses.flatMap((status) =>
    strangers.map(([stranger, origin]) => ({
      name: `${credential.name} isn't sent on when a ${status} leads to ${stranger}`,
      inapplicable: credential.inapplicable,
      run: async (place: Place) => {
        const arrivals = await arrivalsAfter(place, `redirect-${status}-to-${origin}`, credential);
        const [first, ...others] = arrivals;
        expectTrue(
          "sent to the server that was meant",
          first !== undefined && carries(credential, first),
        );
        const leaks = others.filter((arrival) => carries(credential, arrival));
        expectEqual(
          "leaks",
          leaks.map((leak) => leak.headers),
          [],
        );
      },
    })),
  ),
);

/** Following redirects is up to the engine, unless a key would be taken along. */
const redirected: Case[] = [
  ...statuses.map((status) => ({
    name: `a bearer token is sent on when a ${status} stays with its origin`,
    run: async (place: Place) => {
      const arrivals = await arrivalsAfter(place, `redirect-${status}-to-control`, bearer);
      expectEqual("tokens", arrivals.map(bearer.seen), [bearer.want, bearer.want]);
    },
  })),
  ...statuses.map((status) => ({
    name: `a key in a header is sent on when a ${status} stays with its origin`,
    inapplicable: {
      chromium:
        "browsers don't reveal the target of a redirect, so calls with such a key don't follow it",
    },
    run: async (place: Place) => {
      const arrivals = await arrivalsAfter(place, `redirect-${status}-to-control`, headerKey);
      expectEqual("keys", arrivals.map(headerKey.seen), [secret, secret]);
    },
  })),
  {
    name: "any other header of the caller's goes wherever a redirect leads, as fetch has it",
    run: async (place) => {
      const spot = spotFor(place, "redirect-307-to-other");
      const { things } = new Things({ serverURL: spot.url, headers: { "X-Note": "open" } });
      await things.get({ id: "1" });
      const notes = (await spot.arrivals()).map(({ headers }) => headers["x-note"]);
      expectEqual("notes", notes, ["open", "open"]);
    },
  },
  {
    name: "a call with a key in a header ends well or as a ConnectionError when it is redirected",
    run: async (place) => {
      const { url } = spotFor(place, "redirect-302-to-other");
      const { secrets } = new Things({ serverURL: url, headerKey: secret, retries: none });
      const result = await secrets.getHeaderKeySecret().result();
      const ending = result.ok ? "ok" : result.error.kind;
      expectEqual("ending", ending, place.engine === "chromium" ? "connection" : "ok");
    },
  },
  ...(
    [
      [302, "GET", ""],
      [303, "GET", ""],
      [307, "POST", '{"name":"fork"}'],
      [308, "POST", '{"name":"fork"}'],
    ] as const
  ).map(([status, method, body]) => ({
    name: `a POST with a key in a header becomes a ${method} after a ${status}, as fetch has it`,
    inapplicable: {
      chromium:
        "browsers don't reveal the target of a redirect, so calls with such a key don't follow it",
    },
    run: async (place: Place) => {
      const spot = spotFor(place, `redirect-${status}-to-other`);
      const { secrets } = new Things({ serverURL: spot.url, headerKey: secret, retries: none });
      await secrets.addHeaderKeySecret({ name: "fork" });
      const [, landed] = await spot.arrivals();
      expectEqual("request", landed && [landed.method, landed.body], [method, body]);
    },
  })),
];

const unprinted: Case[] = [
  {
    name: "neither a client nor an error holds a credential as JSON or text",
    run: async (place) => {
      const { url } = spotFor(place, "broken");
      const things = new Things({ serverURL: url, bearerAuth: secret, headerKey: secret });
      const result = await things.secrets.getBearerSecret({ retries: none }).result();
      if (result.ok) throw new Error("no error");
      const { error } = result;
      const printed = [things, things.secrets, error].map((each) => JSON.stringify(each));
      const texts = [...printed, `${error}`, error.message, error.stack];
      expectEqual(
        "texts with the secret",
        texts.filter((text) => text?.includes(secret)),
        [],
      );
    },
  },
  {
    name: "neither a client nor an error shows a credential in a console",
    inapplicable: { chromium: "pages can't read their console" },
    run: async (place) => {
      const { inspect } = place;
      if (inspect === undefined) throw new Error("nothing to inspect with");
      const { url } = spotFor(place, "broken");
      const things = new Things({ serverURL: url, bearerAuth: secret, headerKey: secret });
      const result = await things.secrets.getBearerSecret({ retries: none }).result();
      const shown = [things, things.secrets, result].map(inspect);
      expectEqual(
        "texts with the secret",
        shown.filter((text) => text.includes(secret)),
        [],
      );
    },
  },
];

const environment: Case[] = [
  {
    name: "a credential that isn't given comes from the environment",
    inapplicable: { chromium: "there are none" },
    run: async (place) => {
      const spot = spotFor(place, "thing");
      await new Things({ serverURL: spot.url }).secrets.getBearerSecret();
      const [arrival] = await spot.arrivals();
      expectEqual("header", arrival?.headers["authorization"], "Bearer from-the-environment");
    },
  },
  {
    name: "a missing credential is reported, even if the environment can't be read",
    run: async (place) => {
      const { url } = spotFor(place, "thing");
      const result = await new Things({ serverURL: url }).secrets.getHeaderKeySecret().result();
      if (result.ok || result.error.kind !== "invalid-request") throw new Error("not refused");
      const { message } = result.error;
      expectTrue(`names the option: ${message}`, message.includes("set headerKey"));
    },
  },
];

export const security: readonly Case[] = [
  ...sent,
  ...keptFromStrangers,
  ...redirected,
  ...unprinted,
  ...environment,
];
