// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

export { Clerk } from "./client.js";
export { ClerkCore, type ClerkOptions } from "./core.js";
export * from "./errors.js";
export type * from "./models.js";
export * from "./operations/domains.js";
export type * from "./resources/domains.js";
export { APIPromise } from "./runtime/api-promise.js";
export type { Binary } from "./runtime/binary.js";
export type { FileContent, FileInput, NamedFile } from "./runtime/body-multipart.js";
export type { BinaryInput } from "./runtime/body-raw.js";
export type { ClientOptions, HeaderFields, RequestOptions } from "./runtime/client-core.js";
export type { Fetch } from "./runtime/fetch.js";
export type { HookContext, Hooks } from "./runtime/hooks.js";
export type { Logger, WithLogger } from "./runtime/logger.js";
export type { AsForm, BinaryForm, WithIdempotencyKey } from "./runtime/operation.js";
export type { Result } from "./runtime/result.js";
export type { RetryConfig } from "./runtime/retry.js";
export type { Credential } from "./runtime/security.js";
