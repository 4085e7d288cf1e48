import type { Manifest } from "../../../templates/site/manifest.js";

/** The manifest of an API that says nothing but what a test is about. */
export function manifest(facts: Partial<Manifest>): Manifest {
  return {
    title: "Pets",
    package: "pets",
    repository: null,
    site: {},
    guides: [],
    resources: [],
    events: [],
    models: [],
    errors: [],
    ...facts,
  };
}
