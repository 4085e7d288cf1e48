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

/** A way to show who is calling. */
interface Credential {
  readonly name: string;
  readonly header: string;
  readonly value: string;
  readonly client: ThingsOptions;
  readonly call: (things: Things) => APIPromise<unknown, unknown>;
  readonly inapplicable?: Inapplicable;
}

const noCookieHeader = "a page may not set the header Cookie: the browser keeps its own cookies";

const credentials: readonly Credential[] = [
  {
    name: "a bearer token",
    header: "authorization",
    value: `Bearer ${secret}`,
    client: { bearerAuth: secret },
    call: ({ secrets }) => secrets.getBearerSecret(),
  },
  {
    name: "a key in a header",
    header: "x-api-key",
    value: secret,
    client: { headerKey: secret },
    call: ({ secrets }) => secrets.getHeaderKeySecret(),
  },
  {
    name: "a cookie that the caller sets",
    header: "cookie",
    value: `session=${secret}`,
    client: { headers: { Cookie: `session=${secret}` } },
    call: ({ things }) => things.getThing({ id: "1" }),
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
  const retries = { strategy: "none" } as const;
  const things = new Things({ serverURL: spot.url, retries, ...credential.client });
  await credential.call(things).result();
  return spot.arrivals();
}

function carries({ header, value }: Credential, { headers }: Arrival): boolean {
  return headers[header] === value || JSON.stringify(headers).includes(secret);
}

const sent = credentials.map((credential) => ({
  name: `${credential.name} is sent`,
  inapplicable: credential.inapplicable,
  run: async (place: Place) => {
    const [arrival] = await arrivalsAfter(place, "thing", credential);
    expectEqual(credential.header, arrival?.headers[credential.header], credential.value);
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

export const security: readonly Case[] = [...sent, ...keptFromStrangers];
