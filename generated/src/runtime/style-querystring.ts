// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { formText } from "./form-text.js";
import type { Writer } from "./style.js";

/** A parameter that is the whole query, as a form: its name isn't sent. */
export const querystringForm: Writer = (_, value) => formText(value);
