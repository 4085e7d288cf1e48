import { createContext, Script } from "node:vm";

const script = new Script("task()");

/**
 * The result of a synchronous task; `null` if it takes longer than the limit. The task is stopped
 * wherever it is, even within a regular expression.
 */
export function withinTime<Value extends object>(
  task: () => Value,
  milliseconds: number,
): Value | null {
  try {
    return script.runInContext(createContext({ task }), { timeout: milliseconds });
  } catch (thrown) {
    // An error of another context is no instance of this context's `Error`.
    const { code } = Object(thrown);
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return null;
    throw thrown;
  }
}
