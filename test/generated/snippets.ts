import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../imports.js";

/** A program on a page, with what the marker above it says, if there is one. */
export interface Snippet {
  /** The page and the count on it: `docs/sdks/domains/README.md 3`. */
  readonly name: string;
  /** `null` where there is no marker. */
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  readonly code: string;
}

/** A program without a marker calls no operation: it shows a type, or how a client is made. */
const pattern =
  /(?:<!-- UsageSnippet language="typescript" operationID="([^"]*)" method="([^"]*)" path="([^"]*)" -->\n)?```typescript\n([\s\S]*?)\n```/g;

/** Every TypeScript program of every page of a package, the committed SDK where no other is named. */
export function snippets(folder = join(root, "generated")): Snippet[] {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return pages
    .filter((page) => page.endsWith(".md") && !page.includes("node_modules"))
    .sort()
    .flatMap((page) => {
      const text = readFileSync(join(folder, page), "utf8");
      const programs = [...text.matchAll(pattern)].map(
        ([, operationId = null, method = "", path = "", code = ""], index) => ({
          name: `${page} ${index + 1}`,
          operationId,
          method,
          path: unescaped(path),
          code,
        }),
      );
      return [...programs, ...failingScripts(page, text)];
    });
}

/** The lines that make a double fail, one of each operation of a page, as programs. */
function failingScripts(page: string, text: string): Snippet[] {
  const lines = text.matchAll(/script the \[double\]\([^)]*\): `(api\.on\(([\w$]+)\)[^`]*)`/g);
  return [...lines].map(([, script = "", target = ""]) => {
    const imported = new RegExp(
      `import \\{ ${target.replaceAll("$", "\\$")}(?: as [^}]+)? \\} from "([^"]+)";`,
    );
    const [, module = ""] = imported.exec(text) ?? [];
    const code = [
      `import { ${target} } from "${module}";`,
      `import { double } from "${module.replace(/\/operations\/.*/, "/testing")}";`,
      "",
      "const body = undefined as never;",
      "const api = double();",
      `${script};`,
      ...(script.includes("body") ? [] : ["void body;"]),
    ].join("\n");
    return { name: `${page} ${target}`, operationId: null, method: "", path: "", code };
  });
}

/** The inverse of the helper `attribute`. */
function unescaped(attribute: string): string {
  return attribute
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
