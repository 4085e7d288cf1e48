export interface Server {
  /** The name that selects it, if the document gives one. */
  readonly name: string | null;
  /** As the document writes it, with variables in braces. */
  readonly url: string;
  readonly description: string | null;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** Its default, else the first of its allowed values; `null` if the caller has to set it. */
  readonly default: string | null;
  /** The allowed values; empty if any value is allowed. */
  readonly values: readonly string[];
  readonly description: string | null;
}
