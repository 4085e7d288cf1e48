import { reservedWords } from "./reserved.js";
import { identifierScope, type Scope } from "./scope.js";
import { capitalized, wordsOf } from "./words.js";

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
  const variable = first.toLowerCase() + rest.map(capitalized).join("");
  const allot = (name: string, end: string) =>
    exported.reserve(`${name}${end}`, `${name}Client${end}`);
  const variables = identifierScope([...reservedWords, ...functions]);
  const environment = words.join("_").toUpperCase();
  return {
    class: allot(className, ""),
    core: allot(className, "Core"),
    options: allot(className, "Options"),
    baseError: allot(className, "BaseError"),
    variable:
      [variable, "client", `${variable}Client`].find(variables.isFree) ??
      variables.reserve(variable),
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

/**
 * Vendors whose environment variables hold secrets. A document named after a vendor must not read
 * them.
 */
const vendors =
  "ACTIONS ADYEN ALGOLIA AMAZON ANTHROPIC AUTH0 AWS AZURE BITBUCKET BUILDKITE CARGO CI CIRCLE " +
  "CLOUDFLARE CODECOV COHERE CONSUL DATABRICKS DATADOG DD DEEPSEEK DIGITALOCEAN DISCORD DOCKER " +
  "ELASTIC FIREBASE FLY GCLOUD GCP GEMINI GH GIT GITEA GITHUB GITLAB GOOGLE GRAFANA GROQ HEROKU " +
  "HF HUGGINGFACE INFURA JFROG KUBE KUBERNETES LINODE MAILGUN MISTRAL NETLIFY NODE NOMAD NOTION " +
  "NPM OKTA OPENAI OPENROUTER PAYPAL PERPLEXITY PINECONE PLAID POSTHOG PULUMI PYPI RAILWAY " +
  "REPLICATE RUNNER SENDGRID SENTRY SHOPIFY SLACK SNOWFLAKE SNYK SONAR SSH STRIPE SUPABASE " +
  "TELEGRAM TERRAFORM TF TRAVIS TWILIO TWINE VAULT VERCEL XAI YARN";

/** Words with which the variables of applications start. */
const common =
  "API APP AUTH COOKIE DATABASE DB ENCRYPTION JWT KEY MAIL MONGO MONGODB MYSQL PG POSTGRES " +
  "POSTGRESQL PRIVATE RABBITMQ REDIS ROOT SECRET SERVER SESSION SIGNING SMTP TOKEN USER";

const claimedWords = new Set([...vendors.split(" "), ...common.split(" ")]);

/**
 * The environment variable of a credential: never one for a secret of another product, such
 * as `AWS_SECRET_ACCESS_KEY`, `NPM_TOKEN` or `DATABASE_URL`. Such a name gets `_SDK` after its
 * first word, so that a document can't select a secret by its title.
 *
 * @param prefix the name of the client class, in capitals.
 * @param option the name of the client's option, in capitals.
 */
export function environmentName(prefix: string, option: string): string {
  const [first = "", ...rest] = `${prefix}_${option}`.split("_");
  return [first, ...(claimedWords.has(first) ? ["SDK"] : []), ...rest].join("_");
}
