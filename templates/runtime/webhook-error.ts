/** Why a delivery was refused. Narrow with `kind`. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
  /**
   * - `"webhook-header"`: a header of the signature is missing or malformed
   * - `"webhook-stale"`: signed too long ago, or in the future
   * - `"webhook-signature"`: no signature matches the body and a secret
   * - `"webhook-body"`: the body is not JSON in UTF-8
   */
  readonly kind: "webhook-header" | "webhook-stale" | "webhook-signature" | "webhook-body";

  constructor(kind: WebhookError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
