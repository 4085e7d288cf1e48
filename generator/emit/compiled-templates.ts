import type { Specification } from "./template-runtime.js";

/** The source of a template and the program that Handlebars compiles it to. */
interface CompiledTemplate {
  readonly source: string;
  readonly specification: Specification;
}

/**
 * The compiled templates by name. The build fills it; it is empty when the sources run directly.
 */
export const compiledTemplates: ReadonlyMap<string, CompiledTemplate> = new Map();
