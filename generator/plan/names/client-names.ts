import { environmentName } from "./environment-name.js";
import { reservedWords } from "./reserved.js";
import { identifierScope, type Scope } from "./scope.js";
import { capitalised, wordsOf } from "./words.js";

export interface ClientNames {
  /** `Clerk` */
  readonly class: string;
  /** `ClerkCore`: the client without operations. */
  readonly core: string;
  /** `ClerkOptions` */
  readonly options: string;
  /** `ClerkBaseError`: the base of all errors. */
  readonly baseError: string;
  /** `clerk`: the variable for a client in sample code. */
  readonly variable: string;
  /** `CLERK`: the prefix of its environment variables. */
  readonly environment: string;
  /** `CLERK_WEBHOOK_SIGNING_SECRET` */
  readonly webhookSecret: string;
}

/**
 * @param product the words of the product's name, if the document has one.
 * @param exported the scope of exported names.
 * @param functions names that the variable can't have, since sample code imports them.
 */
export function clientNames(
  className: string,
  product: readonly string[],
  exported: Scope,
  functions: Iterable<string>,
): ClientNames {
  const words = wordsIn(className, product);
  const [first = "", ...rest] = words;
  const variable = first.toLowerCase() + rest.map(capitalised).join("");
  const allot = (name: string, end: string) =>
    exported.allot(`${name}${end}`, `${name}Client${end}`);
  const variables = identifierScope([...reservedWords, ...functions]);
  const environment = words.join("_").toUpperCase();
  return {
    class: allot(className, ""),
    core: allot(className, "Core"),
    options: allot(className, "Options"),
    baseError: allot(className, "BaseError"),
    variable:
      [variable, "client", `${variable}Client`].find(variables.isFree) ?? variables.allot(variable),
    environment,
    webhookSecret: environmentName(environment, "WEBHOOK_SIGNING_SECRET"),
  };
}

/**
 * The words of a class name, split as the product writes them: `OpenAI` is one, and `ClerkDomains`
 * two.
 */
function wordsIn(className: string, product: readonly string[]): string[] {
  if (className.toLowerCase() === `${product.join("")}client`.toLowerCase()) return [...product];
  const words: string[] = [];
  for (let rest = className; rest !== ""; ) {
    const isNext = (word: string) =>
      rest.toLowerCase().startsWith(word.toLowerCase()) && !/^[a-z]/.test(rest.slice(word.length));
    const [own = rest] = wordsOf(rest);
    const word = product.find(isNext) ?? own;
    words.push(rest.slice(0, word.length));
    rest = rest.slice(word.length);
  }
  return words;
}
