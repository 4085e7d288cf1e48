const noFile = "there is no such file: check the path, which starts at the current folder";
const notAllowed = "this file may not be read: check its permissions";
const noHost = "there is no such host: check the URL and the network connection";
const hungUp = "the server closed the connection before the end: try again";

/** Messages by system error code. */
const messages: ReadonlyMap<string, string> = new Map([
  ["ENOENT", noFile],
  ["ENOTDIR", noFile],
  ["EISDIR", "this is a folder: name the document in it"],
  ["EACCES", notAllowed],
  ["EPERM", notAllowed],
  ["ECONNREFUSED", "nothing answers at this address: check the host and the port of the URL"],
  ["ENOTFOUND", noHost],
  ["EAI_AGAIN", noHost],
  ["ECONNRESET", hungUp],
  ["UND_ERR_SOCKET", hungUp],
  ["TimeoutError", "the server took too long: try again, or download the document first"],
]);

/** Why a read failed, in one line. */
export function readErrorText(thrown: unknown): string {
  const errors = causes(thrown);
  for (const { name, code } of errors) {
    const message = messages.get(code) ?? messages.get(name);
    if (message !== undefined) return message;
  }
  const deepest = errors.at(-1)?.message ?? String(thrown);
  return `this cannot be read: ${deepest.replace(/\s+/g, " ").trim()}`;
}

interface Cause {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** `fetch` says only "fetch failed"; the reason is in a nested cause. */
function causes(thrown: unknown): Cause[] {
  const found: Cause[] = [];
  let error = thrown;
  while (error instanceof Error && found.length < 10) {
    const code = "code" in error ? String(error.code) : "";
    found.push({ name: error.name, code, message: error.message });
    error = error.cause;
  }
  return found;
}
