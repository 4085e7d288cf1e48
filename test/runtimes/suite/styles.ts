import { type Color, InvalidRequestError, type Result, Things } from "#sdk";
import {
  type Arrival,
  type Case,
  expectEqual,
  expectTrue,
  type Inapplicable,
  spotFor,
} from "./case.js";

type Styles = Things["styles"];

/** What a style makes of each value of the table; `null` where the table has nothing. */
interface Row {
  readonly style: string;
  readonly call: (styles: Styles, color: Color) => { result(): Promise<Result<unknown, unknown>> };
  readonly written: (arrival: Arrival) => string | undefined;
  readonly wants: readonly (string | null)[];
  readonly inapplicable?: Inapplicable;
}

// OpenAPI 3.1.1, Style Examples: the values of its columns.
const values: readonly Color[] = [
  "",
  "blue",
  ["blue", "black", "brown"],
  { R: 100, G: 200, B: 150 },
];

const noCookies = {
  chromium: "pages can't set the `Cookie` header; the browser manages cookies",
};

const inPath = ({ path }: Arrival) => path.replace(/^.*\//, "");
const inQuery = ({ path }: Arrival) => path.replace(/^[^?]*\??/, "");
const inHeader = ({ headers }: Arrival) => headers["x-color"];
const inCookie = ({ headers }: Arrival) => headers["cookie"];

const rows: readonly Row[] = [
  {
    style: "matrix",
    call: (styles, color) => styles.matrix({ color }),
    written: inPath,
    wants: [";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  },
  {
    style: "matrix, exploded",
    call: (styles, color) => styles.matrixExploded({ color }),
    written: inPath,
    wants: [";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  },
  {
    // Nothing is written as a dot, which a server takes for a step: such a call is refused.
    style: "label",
    call: (styles, color) => styles.label({ color }),
    written: inPath,
    wants: [null, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  },
  {
    style: "label, exploded",
    call: (styles, color) => styles.labelExploded({ color }),
    written: inPath,
    wants: [null, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  },
  {
    style: "simple",
    call: (styles, color) => styles.simple({ color }),
    written: inPath,
    wants: [null, "blue", "blue,black,brown", "R,100,G,200,B,150"],
  },
  {
    style: "simple, exploded",
    call: (styles, color) => styles.simpleExploded({ color }),
    written: inPath,
    wants: [null, "blue", "blue,black,brown", "R=100,G=200,B=150"],
  },
  {
    style: "form",
    call: (styles, color) => styles.form({ color }),
    written: inQuery,
    wants: ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  },
  {
    style: "form, exploded",
    call: (styles, color) => styles.formExploded({ color }),
    written: inQuery,
    wants: ["color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  },
  {
    style: "spaceDelimited",
    call: (styles, color) => styles.spaceDelimited({ color }),
    written: inQuery,
    wants: [
      "color=",
      "color=blue",
      "color=blue%20black%20brown",
      "color=R%20100%20G%20200%20B%20150",
    ],
  },
  {
    style: "pipeDelimited",
    call: (styles, color) => styles.pipeDelimited({ color }),
    written: inQuery,
    wants: [
      "color=",
      "color=blue",
      "color=blue%7Cblack%7Cbrown",
      "color=R%7C100%7CG%7C200%7CB%7C150",
    ],
  },
  {
    style: "deepObject",
    call: (styles, color) => styles.deepObject({ color }),
    written: inQuery,
    wants: [
      "color=",
      "color=blue",
      "color=blue&color=black&color=brown",
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ],
  },
  {
    style: "a header",
    call: (styles, color) => styles.header({ "X-Color": color }),
    written: inHeader,
    wants: ["", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  },
  {
    style: "a header, exploded",
    call: (styles, color) => styles.headerExploded({ "X-Color": color }),
    written: inHeader,
    wants: ["", "blue", "blue,black,brown", "R=100,G=200,B=150"],
  },
  {
    style: "a cookie",
    call: (styles, color) => styles.cookie({ color }),
    written: inCookie,
    wants: ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    inapplicable: noCookies,
  },
  {
    style: "a cookie, exploded",
    call: (styles, color) => styles.cookieExploded({ color }),
    written: inCookie,
    wants: ["color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
    inapplicable: noCookies,
  },
  {
    style: "JSON in a query",
    call: (styles, color) => styles.content({ color }),
    written: inQuery,
    wants: [
      "color=%22%22",
      "color=%22blue%22",
      "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
      "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
    ],
  },
  {
    style: "JSON in a header",
    call: (styles, color) => styles.content({ "X-Color": color }),
    written: inHeader,
    wants: ['""', '"blue"', '["blue","black","brown"]', '{"R":100,"G":200,"B":150}'],
  },
];

const table: readonly Case[] = rows.flatMap(({ style, call, written, wants, inapplicable }) =>
  values.map((color, column): Case => {
    const want = wants[column] ?? null;
    return {
      name: `${style}: ${JSON.stringify(color)} is ${want === null ? "refused" : `written ${want}`}`,
      inapplicable,
      run: async (place) => {
        const spot = spotFor(place, "thing");
        const { styles } = new Things({ serverURL: spot.url, retries: { strategy: "none" } });
        const result = await call(styles, color).result();
        const [arrival] = await spot.arrivals();
        if (want === null) {
          expectTrue("refused", !result.ok && result.error instanceof InvalidRequestError);
          expectEqual("arrival", arrival, undefined);
        } else {
          expectTrue("sent", result.ok);
          expectEqual("written", arrival && written(arrival), want);
        }
      },
    };
  }),
);

export const styles: readonly Case[] = [
  ...table,
  {
    name: "reserved characters are sent as they are where the document allows it",
    run: async (place) => {
      const spot = spotFor(place, "thing");
      const things = new Things({ serverURL: spot.url });
      await things.styles.reserved({ color: "a/b:c?d=e&f#g h" });
      const [arrival] = await spot.arrivals();
      expectEqual("query", arrival && inQuery(arrival), "color=a/b:c?d=e%26f%23g%20h");
    },
  },
];
