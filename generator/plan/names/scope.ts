/** A scope in which names are unique. */
export interface Scope {
  /**
   * Returns the first free name of those given, else the first free one of `name2`, `name3`, … for
   * the last of them, and takes it. A reserved word gets a trailing `_`, whatever else is in the
   * scope: other names never end in one.
   */
  allot(name: string, ...others: readonly string[]): string;
  isFree(name: string): boolean;
}

/** A scope of identifiers, which are case-sensitive. */
export function identifierScope(taken: Iterable<string> = []): Scope {
  return scopeWith(taken, (name) => name);
}

/**
 * A scope of file names without extensions. `pet.md` and `Pet.md` are the same file on many file
 * systems, which also limit the length. Names may include folders.
 */
export function fileScope(): Scope {
  const scope = scopeWith(devices, (name) => name.toLowerCase());
  const fitting = (name: string) => name.split("/").map(shortened).join("/");
  return {
    allot: (name, ...others) => scope.allot(fitting(name), ...others.map(fitting)),
    isFree: (name) => scope.isFree(fitting(name)),
  };
}

/** Names that Windows reserves for devices, with any extension. */
const devices = ["aux", "con", "nul", "prn"].concat(
  ...["com", "lpt"].map((port) => Array.from({ length: 9 }, (_, index) => `${port}${index + 1}`)),
);

/** In bytes. File systems allow 255, which have to include a number and an extension. */
const longestName = 120;

/** A name that is too long is cut, and gets a hash of the whole. */
function shortened(name: string): string {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= longestName) return name;
  const start = new TextDecoder().decode(bytes.slice(0, longestName - 10)).replace(/\ufffd+$/, "");
  return `${start}-${hashOf(bytes)}`;
}

/** The FNV-1a hash, as letters and digits. */
function hashOf(bytes: Uint8Array): string {
  const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 2166136261);
  return (hash >>> 0).toString(36);
}

function scopeWith(taken: Iterable<string>, key: (name: string) => string): Scope {
  const nobodys = new Set([...taken].map(key));
  const names = new Set<string>(nobodys);
  const spared = (name: string) => (nobodys.has(key(name)) ? `${name}_` : name);
  const isFree = (name: string) => !names.has(key(name));
  // Remembers the last number of each name: counting from 2 each time would be quadratic.
  const next = new Map<string, number>();
  const numbered = (name: string) => {
    let candidate = name;
    for (let count = next.get(name) ?? 2; !isFree(candidate); count += 1) {
      candidate = `${name}${count}`;
      next.set(name, count + 1);
    }
    return candidate;
  };
  return {
    isFree,
    allot(...wishes) {
      const wished = wishes.map(spared);
      const name = wished.find(isFree) ?? numbered(wished.at(-1) ?? "");
      names.add(key(name));
      return name;
    },
  };
}
