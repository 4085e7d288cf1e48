export type DocsTemplates = Record<never, never>;
