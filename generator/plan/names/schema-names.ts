import type { Api } from "../../model/api/api.js";
import { fileScope, known, resolveClashes, type Scope } from "./scope.js";
import { typeName } from "./words.js";

export interface ErrorNames {
  /** `ClerkErrors` */
  readonly class: string;
  /** `ClerkErrorsBody`: the type of its payload. */
  readonly body: string;
  /** `clerkerrors`: the file name of its page. */
  readonly file: string;
}

export interface ModelNames {
  /** `Domain`: the exported type. */
  readonly type: string;
  /** `domain`: the file name of its page. */
  readonly file: string;
}

/**
 * If a payload and its error class have the same name, the class keeps it.
 *
 * @param functions the names of functions by the ids of their operations.
 */
export function errorNames(
  api: Api,
  exported: Scope,
  functions: ReadonlyMap<string, string>,
): Map<string, ErrorNames> {
  const files = fileScope();
  const aliases = new Map(api.schemas.map(({ name, alias }) => [name, alias]));
  const candidates = api.errors.map((error) => {
    const { name: key, schemaName, responseName, origin } = error;
    const { operationId } = origin;
    const isAtOneOperation = schemaName === null && responseName === null;
    const words = isAtOneOperation
      ? key.replace(operationId, () => functions.get(operationId) ?? operationId)
      : key;
    const own = typeName(aliases.get(schemaName ?? "") ?? words);
    const name =
      responseName === null
        ? errorName(own)
        : typeName(responseName).replace(/^_(.+?)(Error)?$/, "Error$1");
    const body = schemaName === null || name === own ? `${name}Body` : own;
    const otherwise = errorName(name) === name ? `${name}Response` : errorName(name);
    return { key, name, otherwise, body };
  });
  const classes = resolveClashes(candidates, exported);
  return new Map(
    candidates.map(({ key, body }) => {
      const className = known(classes.get(key), key);
      const file = files.reserve(className.toLowerCase());
      return [key, { class: className, body: exported.reserve(body, `${body}Model`), file }];
    }),
  );
}

/** `ClerkErrors` is kept; a payload called `Message` becomes `MessageError`. */
function errorName(payload: string): string {
  return /(error|exception|failure|fault|problem)s?$/i.test(payload) ? payload : `${payload}Error`;
}

export function modelNames(
  api: Api,
  exported: Scope,
  errors: ReadonlyMap<string, ErrorNames>,
): Map<string, ModelNames> {
  const bodies = new Map(
    api.errors.flatMap(({ name, schemaName }) =>
      schemaName === null ? [] : [[schemaName, known(errors.get(name), name).body] as const],
    ),
  );
  const candidates = api.schemas
    .filter(({ name }) => !bodies.has(name))
    .map(({ name: key, alias }) => {
      const name = typeName(alias ?? key);
      return { key, name, otherwise: `${name}Model` };
    });
  const types = resolveClashes(candidates, exported);
  const files = fileScope();
  return new Map(
    api.schemas.map(({ name }) => {
      const type = known(bodies.get(name) ?? types.get(name), name);
      return [name, { type, file: files.reserve(type.toLowerCase()) }];
    }),
  );
}
