/** Memoises a pure function of two objects. */
export function memoize<One extends object, Other extends object, Answer>(
  answer: (one: One, other: Other) => Answer,
): (one: One, other: Other) => Answer {
  const answers = new WeakMap<One, WeakMap<Other, { readonly answer: Answer }>>();
  return (one, other) => {
    const known = answers.get(one) ?? new WeakMap<Other, { readonly answer: Answer }>();
    answers.set(one, known);
    const found = known.get(other) ?? { answer: answer(one, other) };
    known.set(other, found);
    return found.answer;
  };
}
