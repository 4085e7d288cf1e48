import type { Control } from "./control/control.js";
import type { Engine, Place } from "./suite/case.js";

/** The environment of the suite. */
export function placeAt({ origins, selfSigned, refusing }: Control, engine: Engine): Place {
  return { engine, control: origins.control, selfSigned, refusing };
}
