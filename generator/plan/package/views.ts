export type PackageTemplates = {
  "package/tsconfig.json": Record<never, never>;
};
