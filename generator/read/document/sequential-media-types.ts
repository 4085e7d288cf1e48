/** How the items of a sequential media type are separated. */
export type SequenceFormat = "events" | "jsonLines" | "jsonSequence";

/** Media types whose items are read one by one (OpenAPI 3.2, Sequential Media Types). */
const formats: readonly { readonly match: RegExp; readonly format: SequenceFormat }[] = [
  { match: /^text\/event-stream\b/i, format: "events" },
  { match: /^application\/([\w.-]+\+)?json-seq\b/i, format: "jsonSequence" },
  {
    match:
      /^(application|text)\/([\w.-]+\+)?(x-)?(jsonl|ndjson|jsonlines|json-lines|json-stream)\b/i,
    format: "jsonLines",
  },
  // Spring's name for JSON Lines.
  { match: /^application\/(x-)?stream\+json\b/i, format: "jsonLines" },
];

/** The format of a media type; `null` if its bodies are read as a whole. */
export function sequenceFormatOf(contentType: string): SequenceFormat | null {
  return formats.find(({ match }) => match.test(contentType.trim()))?.format ?? null;
}
