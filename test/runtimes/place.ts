import type { Control } from "./control/control.js";
import type { Engine, Place } from "./suite/case.js";

/** What the suite is told of its surroundings. */
export function placeAt({ origins, selfSigned, refusing }: Control, engine: Engine): Place {
  return { engine, control: origins.control, selfSigned, refusing };
}
