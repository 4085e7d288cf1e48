import { formText } from "./form-text.js";
import type { Writer } from "./style.js";

/** A parameter that is the whole query, as a form. Its name isn't sent. */
export const querystringForm: Writer = (_, value) => formText(value);
