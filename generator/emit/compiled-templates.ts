import type { Specification } from "./template-runtime.js";

/** What a template says, and what Handlebars makes of it. */
interface CompiledTemplate {
  readonly source: string;
  readonly specification: Specification;
}

/** The templates by their names: filled by the build, and empty where the sources run as they are. */
export const compiledTemplates: ReadonlyMap<string, CompiledTemplate> = new Map();
