/** The listeners of a signal, which it calls as one (DOM, EventListener). */
class Listeners extends Set<() => void> {
  handleEvent(): void {
    for (const listener of this) listener();
  }
}

const listenersOf = new WeakMap<AbortSignal, Listeners>();

/**
 * Calls the listener when the signal aborts, or at once if it has. Returns a function that removes
 * the listener.
 *
 * All calls with one signal share a single event listener: Node 20 warns about more than ten.
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener();
  if (!signal || signal.aborted) return () => {};
  const listeners = listenersOf.get(signal) ?? new Listeners();
  listenersOf.set(signal, listeners);
  // Adding the same object again changes nothing.
  signal.addEventListener("abort", listeners);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) signal.removeEventListener("abort", listeners);
  };
}
