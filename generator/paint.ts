import { styleText } from "node:util";

type Style = "bold" | "dim" | "green" | "red" | "yellow";

/** Gives a text a style on a terminal. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

const colored: Paint = (style, text) => styleText(style, text, { validateStream: false });

/**
 * Colors for a terminal, and none elsewhere. As in Node.js, `FORCE_COLOR` precedes `NO_COLOR`, which
 * precedes what the terminal can do.
 */
export function paintFor(
  { isTTY = false }: { readonly isTTY?: boolean },
  { FORCE_COLOR: forced, NO_COLOR: off = "", TERM: terminal }: Environment,
): Paint {
  if (forced !== undefined) return /^(|1|2|3|true)$/.test(forced) ? colored : plain;
  return isTTY && off === "" && terminal !== "dumb" ? colored : plain;
}

type Environment = Readonly<Record<string, string | undefined>>;
