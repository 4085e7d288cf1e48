// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

interface Shared {
  readonly listeners: Set<() => void>;
  readonly tellAll: () => void;
}

/** By signal, what is to be done when it aborts. */
const sharing = new WeakMap<AbortSignal, Shared>();

/**
 * Does something when the signal aborts, at once where it has; what it gives takes that back.
 *
 * However many calls share a signal, it gets one listener: Node 20 warns of more than ten.
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined || signal.aborted) {
    if (signal) listener();
    return () => {};
  }
  const { listeners, tellAll } = sharing.get(signal) ?? share(signal);
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    signal.removeEventListener("abort", tellAll);
    sharing.delete(signal);
  };
}

function share(signal: AbortSignal): Shared {
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  const shared = { listeners, tellAll };
  sharing.set(signal, shared);
  signal.addEventListener("abort", tellAll);
  return shared;
}
