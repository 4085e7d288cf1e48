/** openapi-typescript's output, in the parts that modules are made of. */
export interface SchemaParts {
  /** All that it declares, by name and in its order, but for the interface of the operations. */
  readonly declarations: ReadonlyMap<string, SchemaPart>;
  /** The members of that interface, by the keys of the operations. */
  readonly operations: ReadonlyMap<string, SchemaPart>;
}

/** A text of whole lines. */
export interface SchemaPart {
  readonly text: string;
  /** What its types refer to of all that is declared. */
  readonly mentions: readonly string[];
}

/** The parts with each text made another, that of names too. */
export function withTexts(
  { declarations, operations }: SchemaParts,
  change: (text: string) => string,
): SchemaParts {
  const changed = (parts: ReadonlyMap<string, SchemaPart>) =>
    new Map(
      [...parts].map(([name, { text, mentions }]): [string, SchemaPart] => [
        change(name),
        { text: change(text), mentions: mentions.map(change) },
      ]),
    );
  return { declarations: changed(declarations), operations: changed(operations) };
}
