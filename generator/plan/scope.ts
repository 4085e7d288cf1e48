/** Names that are taken in one place. */
export interface Scope {
  /** The name itself if it is free, else the first of `name2`, `name3`, … that is. It is then taken. */
  allot(name: string): string;
}

/** A scope of identifiers: `pet` and `Pet` are two. */
export function identifierScope(taken: Iterable<string> = []): Scope {
  return scopeWith(taken, (name) => name);
}

/** A scope of files: `pet.md` and `Pet.md` are one on many disks. */
export function fileScope(): Scope {
  return scopeWith([], (name) => name.toLowerCase());
}

function scopeWith(taken: Iterable<string>, key: (name: string) => string): Scope {
  const names = new Set([...taken].map(key));
  // Where counting begins anew for each name, a thousand of one name would cost a million look-ups.
  const next = new Map<string, number>();
  return {
    allot(name) {
      let candidate = name;
      for (let count = next.get(name) ?? 2; names.has(key(candidate)); count += 1) {
        candidate = `${name}${count}`;
        next.set(name, count + 1);
      }
      names.add(key(candidate));
      return candidate;
    },
  };
}
