import type { Resource } from "../../model/api/api.js";
import type { BodyFormat } from "../../model/api/payload.js";
import { callFrom } from "../call/call.js";
import { bodiesOf } from "../contents.js";
import type { TemplateFile } from "../file.js";
import { constantsOf } from "../names/constants.js";
import type { Blueprint } from "../output.js";

/** The package's main module: everything that users may import, without internals. */
export function indexFile({ api, names }: Blueprint): TemplateFile {
  const fileOf = (resource: Resource) => names.resource(resource).file;
  const withFunctions = api.resources.filter(({ operations }) => operations.length > 0);
  const isBody = (format: BodyFormat) =>
    api.operations.some((operation) => bodiesOf(operation).some((body) => body.format === format));
  return {
    path: "src/index.ts",
    from: "template",
    template: "sdk/index",
    view: {
      class: names.client.class,
      core: names.client.core,
      options: names.client.options,
      hasConstants: api.schemas.some(({ schema }) => constantsOf(schema).length > 0),
      hasBinaryResults: api.operations.some((operation) => callFrom(operation, api).hasBytes),
      hasBinaryBodies: isBody("binary"),
      hasMultipart: isBody("multipart"),
      hasStreams: api.operations.some((operation) => callFrom(operation, api).stream !== null),
      hasStreamBodies: api.operations.some((operation) =>
        bodiesOf(operation).some(({ stream }) => stream && stream.format !== "events"),
      ),
      hasPages: api.operations.some((operation) => callFrom(operation, api).walk !== null),
      modules: withFunctions.map(fileOf).sort(),
      resources: api.resources.map(fileOf).sort(),
    },
  };
}
