/** Vendors whose own variables hold secrets: a document could call itself after one, and be sent theirs. */
const vendors =
  "ACTIONS ADYEN ALGOLIA AMAZON ANTHROPIC AUTH0 AWS AZURE BITBUCKET BUILDKITE CARGO CI CIRCLE " +
  "CLOUDFLARE CODECOV COHERE CONSUL DATABRICKS DATADOG DD DEEPSEEK DIGITALOCEAN DISCORD DOCKER " +
  "ELASTIC FIREBASE FLY GCLOUD GCP GEMINI GH GIT GITEA GITHUB GITLAB GOOGLE GRAFANA GROQ HEROKU " +
  "HF HUGGINGFACE INFURA JFROG KUBE KUBERNETES LINODE MAILGUN MISTRAL NETLIFY NODE NOMAD NOTION " +
  "NPM OKTA OPENAI OPENROUTER PAYPAL PERPLEXITY PINECONE PLAID POSTHOG PULUMI PYPI RAILWAY " +
  "REPLICATE RUNNER SENDGRID SENTRY SHOPIFY SLACK SNOWFLAKE SNYK SONAR SSH STRIPE SUPABASE " +
  "TELEGRAM TERRAFORM TF TRAVIS TWILIO TWINE VAULT VERCEL XAI YARN";

/** Words that applications begin their own variables with. */
const common =
  "API APP AUTH COOKIE DATABASE DB ENCRYPTION JWT KEY MAIL MONGO MONGODB MYSQL PG POSTGRES " +
  "POSTGRESQL PRIVATE RABBITMQ REDIS ROOT SECRET SERVER SESSION SIGNING SMTP TOKEN USER";

const foreign = new Set([...vendors.split(" "), ...common.split(" ")]);

/**
 * The environment variable of a credential: never one that is known to hold a secret of something else,
 * such as `AWS_SECRET_ACCESS_KEY`, `NPM_TOKEN` or `DATABASE_URL`. Those get `_SDK` after their first
 * word, so that a document chooses no secret by calling itself after its owner.
 *
 * @param prefix the name of the client class, in capitals.
 * @param option the name of the client's option, in capitals.
 */
export function environmentName(prefix: string, option: string): string {
  const [first = "", ...rest] = `${prefix}_${option}`.split("_");
  return [first, ...(foreign.has(first) ? ["SDK"] : []), ...rest].join("_");
}
