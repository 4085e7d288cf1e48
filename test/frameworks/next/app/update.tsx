"use client";

import { ClerkCore } from "clerk-domains/core";
import { type UpdateDomainError, updateDomain } from "clerk-domains/operations/domains";
import { useState } from "react";

export function Update() {
  const [error, setError] = useState<UpdateDomainError | null>(null);
  async function update() {
    const result = await updateDomain(new ClerkCore(), { domain_id: "dmn_9" }).result();
    setError(result.ok ? null : result.error);
  }
  return (
    <button type="button" onClick={update}>
      {error?.message ?? "Update"}
    </button>
  );
}
