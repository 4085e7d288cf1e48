import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Sets the environment variable with the signing secret of a package that receives webhooks. */
export function setWebhookSecret(sdk: string): void {
  const file = join(sdk, "src/webhooks.ts");
  const code = existsSync(file) ? readFileSync(file, "utf8") : "";
  const variable = /"(\w+_WEBHOOK_SIGNING_SECRET)"/.exec(code)?.[1];
  if (variable !== undefined) process.env[variable] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
}
