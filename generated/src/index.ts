// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

export { Clerk } from "./client.js";
export { ClerkCore, type ClerkOptions } from "./core.js";
export * from "./errors.js";
export type * from "./models.js";
export * from "./operations/domains.js";
export type * from "./resources/domains.js";
export { APIPromise } from "./runtime/api-promise.js";
export type {
  ClientOptions,
  Fetch,
  HeaderFields,
  RequestOptions,
} from "./runtime/client-core.js";
export type { HookContext, Hooks } from "./runtime/hooks.js";
export type { Result } from "./runtime/result.js";
export type { RetryConfig } from "./runtime/retry.js";
export type { Credential } from "./runtime/security.js";
