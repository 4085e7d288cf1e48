interface Shared {
  readonly listeners: Set<() => void>;
  readonly notifyAll: () => void;
}

/** The listeners of each signal. */
const sharing = new WeakMap<AbortSignal, Shared>();

/**
 * Calls the listener when the signal aborts, or at once if it has. Returns a function that removes
 * the listener.
 *
 * All calls with one signal share a single event listener: Node 20 warns about more than ten.
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined || signal.aborted) {
    if (signal) listener();
    return () => {};
  }
  const { listeners, notifyAll } = sharing.get(signal) ?? share(signal);
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    signal.removeEventListener("abort", notifyAll);
    sharing.delete(signal);
  };
}

function share(signal: AbortSignal): Shared {
  const listeners = new Set<() => void>();
  const notifyAll = () => {
    for (const listener of listeners) listener();
  };
  const shared = { listeners, notifyAll };
  sharing.set(signal, shared);
  signal.addEventListener("abort", notifyAll);
  return shared;
}
