import type { SecretFields } from "./mask.js";
import type { RegisterSecrets } from "./operation.js";
import { isGiven, textOf } from "./style.js";

/** The maximum number of secrets that are registered from a payload, because the server chooses it. */
const most = 100;

/**
 * Registers the values of fields with these names, at any depth, so that logs and errors of the
 * call don't contain them. Booleans aren't registered: hiding every `true` would hide no secret.
 */
export function secretFields(...names: string[]): RegisterSecrets {
  return (request, { secrets }) => {
    const visit = (value: unknown, isSecret: boolean): void => {
      if (typeof value === "object" && value !== null && !(value instanceof Date)) {
        // The bytes of binary data aren't fields.
        if (ArrayBuffer.isView(value)) return;
        for (const [name, inner] of Object.entries(value)) {
          visit(inner, isSecret || names.includes(name));
        }
      } else if (isSecret && isGiven(value) && typeof value !== "boolean") {
        secrets.push(textOf(value));
      }
    };
    visit(request, false);
  };
}

/**
 * The fields of these names in an API's payloads. Only values that look like secrets are
 * registered: in an error, `{ "password": "is too short" }` describes one.
 */
export function secretPayloads(...names: string[]): SecretFields {
  return {
    names,
    register(payload, secrets) {
      const values: unknown[] = [payload];
      const found = new Set<string>();
      // The list grows in the loop: a recursive function would overflow on a deep payload.
      for (const value of values) {
        if (typeof value !== "object" || value === null) continue;
        for (const [name, inner] of Object.entries(value)) {
          const isSecret = typeof inner === "string" && /^\S{6,}$/.test(inner);
          if (isSecret && names.includes(name)) found.add(inner);
          values.push(inner);
        }
      }
      secrets.push(...[...found].slice(0, most));
    },
  };
}
