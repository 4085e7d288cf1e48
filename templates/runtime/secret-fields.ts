import type { RegisterSecrets } from "./operation.js";
import { isGiven, textOf } from "./style.js";

/**
 * Registers what fields of these names hold, at any depth, so that no log and no error of the call
 * contains it. Booleans aren't registered: hiding every `true` would hide no secret.
 */
export function secretFields(...names: string[]): RegisterSecrets {
  return (request, { secrets }) => {
    const visit = (value: unknown, isSecret: boolean): void => {
      if (typeof value === "object" && value !== null && !(value instanceof Date)) {
        // The bytes of binary data are no fields.
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
