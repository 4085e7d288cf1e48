/** Marks a named schema that was made from another one, for requests alone. */
export const requestForm = "x-sdkwright-request-form";
