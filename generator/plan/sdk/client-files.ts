import type { Api, SecurityScheme } from "../../model/api.js";
import type { TemplateFile } from "../file.js";
import { type Global, globalsOf } from "../globals.js";
import type { Names } from "../names.js";
import type { Blueprint } from "../output.js";
import { docText, resourceDoc } from "./doc.js";
import { importViews, use, useType } from "./imports.js";
import { retriesView } from "./operation-data.js";
import { operationType } from "./wire-types.js";

/** The client class, with every resource on it. */
export function clientFile({ api, names }: Blueprint): TemplateFile {
  const outermost = api.resources.filter(({ path }) => path.length === 1);
  const resources = outermost.map((resource) => ({
    ...names.resource(resource),
    doc: resourceDoc(resource, names),
  }));
  return {
    path: "src/client.ts",
    from: "template",
    template: "sdk/client",
    view: {
      imports: importViews([
        ...use("./core.js", names.client.core),
        ...resources.flatMap(({ class: name, file }) => use(`./resources/${file}.js`, name)),
      ]),
      doc: docText([api.title, api.description]),
      class: names.client.class,
      core: names.client.core,
      resources: resources.map(({ doc, accessor, class: name }) => ({
        doc,
        accessor,
        class: name,
      })),
    },
  };
}

/** The client without operations, for the standalone functions. */
export function coreFile({ api, names }: Blueprint): TemplateFile {
  const globals = globalsOf(api).map((global) => globalView(global, names));
  return {
    path: "src/core.ts",
    from: "template",
    template: "sdk/core",
    view: {
      core: names.client.core,
      options: names.client.options,
      imports: importViews(globals.flatMap(({ uses }) => uses)),
      globals: globals.map(({ view }) => view),
      hasOptions: api.security.length + globals.length > 0,
      credentials: api.security.map((scheme) => {
        const { option, environment } = names.credential(scheme.name);
        return { option, doc: credentialDoc(scheme, environment) };
      }),
      serverURL: serverURLOf(api),
      retries: api.retries && retriesView(api.retries),
      timeoutMs: api.timeoutMs === null ? null : String(api.timeoutMs),
    },
  };
}

function globalView({ parameter, operation }: Global, names: Names) {
  const { text, uses } = operationType(operation);
  const place = `NonNullable<${text}["parameters"][${JSON.stringify(parameter.in)}]>`;
  const type = `${place}[${JSON.stringify(parameter.name)}]`;
  const fallback = "What calls send that aren't given it.";
  const doc = docText([parameter.description, fallback], parameter.deprecated);
  return {
    view: { doc, option: names.global(parameter).option, type },
    uses: uses.flatMap(({ name }) => useType("./schema.js", name)),
  };
}

/** The security schemes, each a value that operations refer to. */
export function securityFile({ api, names }: Blueprint): TemplateFile {
  const schemes = api.security.map((scheme) => ({
    ...names.credential(scheme.name),
    make: scheme.kind === "bearer" ? "bearer" : "apiKeyHeader",
    header: scheme.kind === "header" ? scheme.header : null,
  }));
  return {
    path: "src/security.ts",
    from: "template",
    template: "sdk/security",
    view: {
      imports: importViews(
        schemes.flatMap(({ make, header }) =>
          use(header === null ? "./runtime/bearer.js" : "./runtime/api-key-header.js", make),
        ),
      ),
      schemes,
    },
  };
}

function credentialDoc(scheme: SecurityScheme, environment: string): string {
  const format =
    scheme.kind === "bearer" && scheme.format ? `Looks like \`${scheme.format}\`.` : null;
  const fallback = `Where it isn't given, the environment variable \`${environment}\` is asked.`;
  return docText([scheme.description, format, fallback]);
}

/** Only the caller knows what a relative URL is relative to, or a variable without a default stands for. */
function serverURLOf({ servers }: Api): string | null {
  const url = servers[0]?.url ?? null;
  return url !== null && /^https?:\/\/[^{}]*$/i.test(url) ? url : null;
}
