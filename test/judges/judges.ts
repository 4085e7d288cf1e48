import type { JsonObject } from "../../generator/read/document/document.js";
import { routesFor, routesIn, sentPath } from "../derived-server/routes.js";
import { type Server, startServer } from "./server.js";

/** What a judge says of a request. */
export interface Verdict {
  /** What is wrong with it; `null` if nothing is. */
  readonly violation: string | null;
  /** Whether the response is a documented one, which programs have to be able to read. */
  readonly isAnswer: boolean;
}

/** A program of others that takes requests only as a document describes them. */
export interface Judge {
  readonly start: (document: string) => Promise<Server>;
  /** The path, with the query, at which it expects a request. */
  readonly targets: (document: JsonObject) => (url: URL, method: string) => string;
  readonly verdictIn: (response: Response) => Promise<Verdict>;
}

/** Part of the problem details (RFC 9457) with which Prism refuses a request, or says that it can't answer. */
interface PrismProblem {
  readonly type: string;
  readonly title: string;
  readonly validation?: readonly {
    readonly location: readonly string[];
    readonly message: string;
  }[];
}

export const judges = {
  /** Stoplight's mock server. It has the paths of the document, without those of its servers. */
  prism: {
    start: (document) =>
      startServer("node_modules/@stoplight/prism-cli/dist/index.js", [
        "mock",
        "--errors",
        "--port",
        "0",
        document,
      ]),
    targets: (document) => {
      const routes = routesIn(document);
      return (url, method) => {
        const [found] = routesFor(routes, method, url);
        const length = found ? sentPath(found.route.path).split("/").length - 1 : 0;
        return `/${url.pathname.split("/").slice(-length).join("/")}${url.search}`;
      };
    },
    verdictIn: async (response) => {
      const isProblem = response.headers.get("content-type")?.includes("problem+json");
      // Problems of the API itself have the same media type, and other types.
      const problem = isProblem ? ((await response.json()) as Partial<PrismProblem>) : {};
      if (!problem.type?.startsWith("https://stoplight.io/prism/errors#")) {
        return { violation: null, isAnswer: true };
      }
      const { title = "", validation = [] } = problem;
      // Prism also checks its own response, which it makes up from the schema.
      const ofRequest = validation.filter(({ location }) => location[0] !== "response");
      const isOwn = response.status >= 500 && ofRequest.length === 0;
      const faults = ofRequest.map(({ location, message }) => `${location.join(".")}: ${message}`);
      return { violation: isOwn ? null : [title, ...faults].join("; "), isAnswer: false };
    },
  },
  /** The validator of Express. It has the URLs of the document's servers. */
  validator: {
    start: (document) => startServer("apps/validator.ts", [document]),
    targets: () => (url) => `${url.pathname}${url.search}`,
    verdictIn: async (response) => ({
      violation: response.status === 204 ? null : (await response.json()).violation,
      isAnswer: false,
    }),
  },
} satisfies Record<string, Judge>;

export type JudgeName = keyof typeof judges;
