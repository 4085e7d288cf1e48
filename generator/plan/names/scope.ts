/** Names that are taken in one place. */
export interface Scope {
  /**
   * The name itself if it is free, else the first of the others that is, else the first of the last
   * one's `name2`, `name3`, … It is then taken. What nobody may be called gets `_` at its end, as
   * names that are made of words never do: what else is in the scope changes nothing of it.
   */
  allot(name: string, ...others: readonly string[]): string;
  isFree(name: string): boolean;
}

/** A scope of identifiers: `pet` and `Pet` are two. */
export function identifierScope(taken: Iterable<string> = []): Scope {
  return scopeWith(taken, (name) => name);
}

/**
 * A scope of files, without their extensions: `pet.md` and `Pet.md` are one on many disks, and none
 * takes a long name. Names may have folders before them.
 */
export function fileScope(): Scope {
  const scope = scopeWith(devices, (name) => name.toLowerCase());
  const fitting = (name: string) => name.split("/").map(shortened).join("/");
  return {
    allot: (name, ...others) => scope.allot(fitting(name), ...others.map(fitting)),
    isFree: (name) => scope.isFree(fitting(name)),
  };
}

/** What Windows keeps for devices, whatever the extension. */
const devices = ["aux", "con", "nul", "prn"].concat(
  ...["com", "lpt"].map((port) => Array.from({ length: 9 }, (_, index) => `${port}${index + 1}`)),
);

/** In bytes; disks take 255, which have to do for a number and an extension too. */
const longestName = 120;

/** The name, or where it is too long its beginning and a number made of the whole. */
function shortened(name: string): string {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= longestName) return name;
  const start = new TextDecoder().decode(bytes.slice(0, longestName - 10)).replace(/\ufffd+$/, "");
  return `${start}-${hashOf(bytes)}`;
}

/** FNV-1a, in letters and digits. */
function hashOf(bytes: Uint8Array): string {
  const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 2166136261);
  return (hash >>> 0).toString(36);
}

function scopeWith(taken: Iterable<string>, key: (name: string) => string): Scope {
  const nobodys = new Set([...taken].map(key));
  const names = new Set<string>(nobodys);
  const spared = (name: string) => (nobodys.has(key(name)) ? `${name}_` : name);
  const isFree = (name: string) => !names.has(key(name));
  // Where counting begins anew for each name, a thousand of one name would cost a million look-ups.
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
