import { createContext, Script } from "node:vm";

const script = new Script("task()");

/**
 * What a task returns, or `null` where it takes longer than allowed: it is ended then, wherever it
 * is, even in a regular expression. For tasks that only compute.
 */
export function withinTime<Value extends object>(
  task: () => Value,
  milliseconds: number,
): Value | null {
  try {
    return script.runInContext(createContext({ task }), { timeout: milliseconds });
  } catch (thrown) {
    // Thrown in a context of its own, it is no `Error` of this one.
    const { code } = Object(thrown);
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return null;
    throw thrown;
  }
}
