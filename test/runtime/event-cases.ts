/** A piece of an event stream and the events that it holds. */
export interface EventCase {
  readonly name: string;
  readonly text: string;
  readonly want: readonly object[];
}

const eventCase = (name: string, text: string, ...want: object[]): EventCase => ({
  name,
  text,
  want,
});

/** The grammar of event streams (HTML, 9.2.5), a rule a case. */
export const grammarCases: readonly EventCase[] = [
  eventCase("LF ends lines", "data: a\n\ndata: b\n\n", { data: "a" }, { data: "b" }),
  eventCase("CR ends lines", "data: a\r\rdata: b\r\r", { data: "a" }, { data: "b" }),
  eventCase("CRLF ends lines", "data: a\r\n\r\ndata: b\r\n\r\n", { data: "a" }, { data: "b" }),
  eventCase(
    "line ends mix",
    "data: a\r\ndata: b\r\rdata: c\n\r\n",
    { data: "a\nb" },
    { data: "c" },
  ),
  eventCase("several data lines in CRLF are one event", "data: a\r\ndata: b\r\n\r\n", {
    data: "a\nb",
  }),
  eventCase("a BOM is dropped", "\uFEFFdata: a\n\n", { data: "a" }),
  eventCase("a second BOM is part of a name", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", { data: "b" }),
  eventCase("comments give nothing", ": hello\n\n:\n\ndata: a\n: b\n\n", { data: "a" }),
  eventCase("one space after the colon is dropped", "data:  a\ndata:b\n\n", { data: " a\nb" }),
  eventCase("a tab is kept", "data:\ta\n\n", { data: "\ta" }),
  eventCase("a value holds colons", "data: a: b\n\n", { data: "a: b" }),
  eventCase(
    "a name without colon has an empty value",
    "data\n\ndata\ndata\n\n",
    { data: "" },
    { data: "\n" },
  ),
  eventCase("empty data is data", "data:\n\n", { data: "" }),
  eventCase("unknown fields give nothing", "foo: a\nDATA: b\n data: c\n\ndata: d\n\n", {
    data: "d",
  }),
  eventCase(
    "the last type counts, for its event",
    "event: a\nevent: b\ndata: 1\n\ndata: 2\n\n",
    { event: "b", data: "1" },
    { data: "2" },
  ),
  eventCase("an event without data gives nothing and drops its type", "event: a\n\ndata: 1\n\n", {
    data: "1",
  }),
  eventCase(
    "an id stays",
    "id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
    { data: "a", id: "7" },
    { data: "b", id: "7" },
    { data: "c" },
  ),
  eventCase("an id with NUL is ignored", "id: 7\n\nid: 8\0\ndata: a\n\n", { data: "a", id: "7" }),
  eventCase(
    "retry is digits",
    "retry: 10\ndata: a\n\nretry: 1s\ndata: b\n\nretry: -1\nretry:\ndata: c\n\n",
    { data: "a", retry: 10 },
    { data: "b" },
    { data: "c" },
  ),
  eventCase("the last event needs its empty line", "data: a\n\ndata: b\n", { data: "a" }),
  eventCase("a CR at the end is an empty line", "data: a\r\r", { data: "a" }),
  eventCase("UTF-8", "data: ok…\ndata: 😀é\n\n", { data: "ok…\n😀é" }),
  eventCase("a sentinel inside data is text", "data: say [DONE] now\n\n", {
    data: "say [DONE] now",
  }),
];

/** The cases of the web platform's own tests, `eventsource/format-*`. */
export const platformCases: readonly EventCase[] = [
  eventCase(
    "format-bom",
    "\uFEFFdata:1\n\n\uFEFFdata:2\n\ndata:3\n\n",
    { data: "1" },
    { data: "3" },
  ),
  eventCase(
    "format-bom-2",
    "\uFEFF\uFEFFdata:1\n\ndata:2\n\ndata:3\n\n",
    { data: "2" },
    { data: "3" },
  ),
  eventCase(
    "format-comments",
    `data:1\r:\0\n:\r\ndata:2\n:${"x".repeat(99)}\rdata:3\n:data:fail\r:${"x".repeat(99)}\ndata:4\n\n`,
    { data: "1\n2\n3\n4" },
  ),
  eventCase(
    "format-data-before-final-empty-line",
    "retry:1000\ndata:test1\n\nid:test\ndata:test2",
    { data: "test1", retry: 1000 },
  ),
  eventCase(
    "format-field-data",
    "data:\n\ndata\ndata\n\ndata:test\n\n",
    { data: "" },
    { data: "\n" },
    { data: "test" },
  ),
  eventCase(
    "format-field-event",
    "event:test\ndata:x\n\ndata:x\n\n",
    { event: "test", data: "x" },
    { data: "x" },
  ),
  eventCase("format-field-event-empty", "event: \ndata:data\n\n", { data: "data" }),
  eventCase("format-field-id", "id: …\nretry:200\ndata: hello\n\n", {
    data: "hello",
    id: "…",
    retry: 200,
  }),
  eventCase(
    "format-field-id-2",
    "id: …\nretry:200\ndata:1\n\ndata:2\n\ndata:3\n\n",
    { data: "1", id: "…", retry: 200 },
    { data: "2", id: "…" },
    { data: "3", id: "…" },
  ),
  eventCase(
    "format-field-id-3",
    "id: x\ndata:1\n\nid\ndata:2\n\n",
    { data: "1", id: "x" },
    { data: "2" },
  ),
  eventCase("format-field-id-null", "id: \0\0\nretry:200\ndata: hello\n\n", {
    data: "hello",
    retry: 200,
  }),
  eventCase(
    "format-field-parsing",
    "data:\0\ndata:  2\rData:1\ndata\0:2\ndata:1\r\0data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n",
    { data: "\0\n 2\n1\n3\n\n4" },
  ),
  eventCase("format-field-retry", "retry:3000\ndata:x\n\n", { data: "x", retry: 3000 }),
  eventCase("format-field-retry-bogus", "retry:3000\nretry:1000x\ndata:x\n\n", {
    data: "x",
    retry: 3000,
  }),
  eventCase("format-field-retry-empty", "retry\ndata:test\n\n", { data: "test" }),
  eventCase(
    "format-field-unknown",
    "data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\ndata:test\n\n",
    { data: "test\n\ntest" },
  ),
  eventCase("format-leading-space", "data:\ttest\rdata: \ndata:test\n\n", {
    data: "\ttest\n\ntest",
  }),
  eventCase("format-newlines", "data:test\r\ndata\ndata:test\r\n\r", { data: "test\n\ntest" }),
  eventCase("format-null-character", "data:\0\n\n\n\n", { data: "\0" }),
  eventCase("format-utf-8", "data:ok…\n\n", { data: "ok…" }),
];
