// How the error unions narrow, by status, by kind and by class. A compiler is the test.
import {
  type AddDomainError,
  Clerk,
  type ClerkBaseError,
  ClerkErrors,
  type ClerkErrorsBody,
  ConnectionError,
  type DeleteDomainError,
  type ListDomainsError,
  RequestTimeoutError,
  SDKError,
  type UpdateDomainError,
} from "../../../generated/src/index.js";

/** Whether two types are the same, neither wider than the other. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

function holds<_Claim extends true>(): void {}

const clerk = new Clerk();

export async function byStatus(): Promise<string | undefined> {
  const result = await clerk.domains.update({ domain_id: "dmn_1" }).result();
  if (result.ok) return result.value.name;
  const { error } = result;
  switch (error.status) {
    case 404:
      holds<Same<typeof error.status, 404>>();
      holds<Same<typeof error.body, ClerkErrorsBody>>();
      return error.body.errors[0]?.code;
    case 400:
    case 422:
      holds<Same<typeof error.body, ClerkErrorsBody>>();
      return error.body.clerk_trace_id;
    case undefined:
      holds<
        Same<typeof error.kind, "connection" | "timeout" | "aborted" | "invalid-request" | "decode">
      >();
      // @ts-expect-error nothing was received, so that there is no body
      return error.body;
    case 500:
      holds<Same<typeof error.body, unknown>>();
      return error.rawBody;
    default:
      return error.message;
  }
}

export function byKind(error: UpdateDomainError): string | number | undefined {
  switch (error.kind) {
    case "response":
      return error.status;
    case "timeout":
      return error.timeoutMs;
    case "decode":
      return error.rawBody;
    case "connection":
    case "aborted":
    case "invalid-request":
      return error.message;
    default: {
      const nothing: never = error;
      return nothing;
    }
  }
}

export function byClass(error: UpdateDomainError): unknown {
  if (error instanceof ClerkErrors) {
    holds<Same<typeof error.status, 400 | 404 | 422>>();
    return error.body.errors;
  }
  if (error instanceof SDKError) {
    // @ts-expect-error 404 is documented, and so a ClerkErrors
    const documented: 404 = error.status;
    return documented;
  }
  if (error instanceof RequestTimeoutError) return error.timeoutMs;
  if (error instanceof ConnectionError) return error.cause;
  holds<Same<typeof error.kind, "aborted" | "invalid-request" | "decode">>();
  return error.attempts;
}

export function statusesThatCannotBe(add: AddDomainError, remove: DeleteDomainError): void {
  // @ts-expect-error a status above 599 is none
  if (add.status === 999) return;
  if (remove.status === 403) {
    holds<Same<typeof remove.body, ClerkErrorsBody>>();
    return;
  }
  if (add.status === 404) {
    // 404 isn't documented for adding, so that its payload is anything.
    holds<Same<typeof add.body, unknown>>();
  }
}

export function general(error: ListDomainsError, some: ClerkErrors): string {
  const base: ClerkBaseError = error;
  // @ts-expect-error listing documents no error payload
  const documented: ClerkErrors = error;
  return `${base.request.method} ${base.attempts} ${documented.status} ${some.body.errors.length}`;
}

export const specific: ClerkErrors = {} as ClerkErrors<404>;

// @ts-expect-error the general type may have any status
export const tooSpecific: ClerkErrors<404> = {} as ClerkErrors;
