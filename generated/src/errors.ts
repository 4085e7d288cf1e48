// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { ClerkErrorsBody } from "./models.js";
import { ResponseError } from "./runtime/errors.js";
import type { HttpErrorStatus } from "./runtime/status.js";

export {
  BaseError as ClerkBaseError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseDecodeError,
  ResponseError,
  SDKError,
  type TransportError,
} from "./runtime/errors.js";
export type { HttpErrorStatus, StatusRange } from "./runtime/status.js";

/**
 * Why a request failed.
 *
 * Its `status` tells the documented failures apart.
 */
export class ClerkErrors<Status extends number = HttpErrorStatus> extends ResponseError<
  Status,
  ClerkErrorsBody
> {
  override readonly name = "ClerkErrors";
}
