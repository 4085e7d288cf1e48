import type { Operation, Response } from "../model/api/operation.js";
import type { BodyContent, Content } from "../model/api/payload.js";

/** The payload of a response in each of its media types, the default first. */
export function contentsOf({ content, alternatives }: Response): readonly Content[] {
  return content === null ? [] : [content, ...alternatives];
}

/** The body of an operation in each of its media types, the default first. */
export function bodiesOf({ body }: Pick<Operation, "body">): readonly BodyContent[] {
  return body === null ? [] : [body, ...body.alternatives];
}
