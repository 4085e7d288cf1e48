import { digestOf } from "../files.js";
import type { RenderedFile } from "../plan/file.js";
import { closes, fenceFrom } from "./escape/markdown.js";

/** A program of the reference pages as an entry of `x-codeSamples`. */
interface CodeSample {
  readonly lang: "typescript";
  readonly label: string;
  readonly source: string;
}

interface Marked {
  /** The title of the program, if its page has one. */
  readonly title: string | null;
  readonly method: string;
  readonly path: string;
  readonly source: string;
}

const marker =
  /^<!-- UsageSnippet language="typescript" operationID="[^"]*" method="([^"]*)" path="([^"]*)" -->$/;

/**
 * An OpenAPI Overlay that adds the programs of the reference pages to the document, as JSON (which
 * is valid YAML). The programs are those on the pages.
 */
export function codeSamplesOverlay(files: readonly RenderedFile[]): string {
  const programs = files
    .filter(({ path }) => /^docs\/sdks\/.*\.md$/.test(path))
    .flatMap(({ text }) => programsOn(text));
  const targets = new Map<string, CodeSample[]>();
  for (const { title, method, path, source } of programs) {
    const isAdditional = method !== method.toLowerCase();
    const key = isAdditional ? `additionalOperations[${quoted(method)}]` : method;
    const target = `$.paths[${quoted(path)}].${key}`;
    const kind = /^import .*\/operations\//m.test(source) ? "Function" : "SDK";
    const label = title === null ? kind : `${kind}: ${title}`;
    targets.set(target, [...(targets.get(target) ?? []), { lang: "typescript", label, source }]);
  }
  const overlay = {
    overlay: "1.0.0",
    info: { title: "Code samples in TypeScript", version: "1.0.0" },
    actions: [...targets].map(([target, samples]) => ({
      target,
      update: { "x-codeSamples": samples },
    })),
  };
  return `${JSON.stringify({ ...overlay, [seal]: sealOf(overlay) }, null, 2)}\n`;
}

/**
 * The overlay's digest of its other content, which identifies an overlay that nobody has edited.
 */
const seal = "x-sdkwright-digest";

/** Whether a file is an unedited overlay of code samples from an earlier run. */
export function isCodeSamplesOverlay(text: string): boolean {
  try {
    const { [seal]: digest, ...overlay }: Record<string, unknown> = JSON.parse(text);
    return digest === sealOf(overlay);
  } catch {
    return false;
  }
}

function sealOf(overlay: object): string {
  return digestOf(JSON.stringify(overlay));
}

/** The marked programs of a page. Fences in a description don't count. */
function programsOn(page: string): Marked[] {
  const programs: Marked[] = [];
  const lines = page.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const fence = fenceFrom(lines[at] ?? "");
    if (fence === null) continue;
    const end = lines.findIndex((line, index) => index > at && closes(fence, line));
    const [, method, path] = marker.exec(lines[at - 1] ?? "") ?? [];
    if (method !== undefined && path !== undefined) {
      const source = lines.slice(at + 1, end).join("\n");
      programs.push({
        title: titleOf(lines.slice(0, at - 1)),
        method,
        path: unescaped(path),
        source,
      });
    }
    at = end === -1 ? lines.length : end;
  }
  return programs;
}

/** The bold line above a program, which the helper `words` has escaped. */
function titleOf(before: readonly string[]): string | null {
  const title = /^\*\*(.+)\*\*$/.exec(before.at(-2) ?? "")?.[1];
  return title?.replace(/\\([\\`*_[\]<>#|~&$])/g, "$1") ?? null;
}

/** A name as a single-quoted string of JSONPath (RFC 9535). */
function quoted(name: string): string {
  return `'${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The inverse of the helper `attribute`. */
export function unescaped(attribute: string): string {
  return attribute
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
