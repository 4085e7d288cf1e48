import MarkdownIt from "markdown-it";
import type { Renderer } from "../../../templates/site/renderer.js";

/** A renderer as VitePress creates it, without VitePress's own extensions. */
export function renderer(): Renderer {
  // The cast states that VitePress's renderer is a markdown-it one: nothing else of it is used here.
  return new MarkdownIt({ html: true }) as unknown as Renderer;
}
