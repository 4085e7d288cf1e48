// Copied beside packages, and compiled with them: it imports nothing.

/** `true` where two types take the same values, or what is different. */
export type Agree<Ours, Theirs> = [Shape<Ours, true>] extends [Shape<Theirs, true>]
  ? [Shape<Theirs, true>] extends [Shape<Ours, true>]
    ? [Shape<Ours, false>] extends [Shape<Theirs, false>]
      ? [Shape<Theirs, false>] extends [Shape<Ours, false>]
        ? true
        : "ours requires more"
      : "theirs requires more"
    : "ours is narrower"
  : "theirs is narrower";

type Scalar = string | number | boolean | bigint | symbol | null | undefined;

/**
 * A type without index signatures beside fields, which TypeScript can't hold to another type.
 *
 * @typeParam Full whether every field is required, at any depth: else a field that one side lacks goes unnoticed.
 */
export type Shape<Type, Full extends boolean> = 0 extends 1 & Type
  ? unknown
  : Type extends Scalar
    ? Type
    : Type extends readonly unknown[]
      ? { [Index in keyof Type]: Shape<Type[Index], Full> }
      : Type extends object
        ? Fields<Type, Full>
        : Type;

type Fields<Type extends object, Full extends boolean> = keyof Known<Type> extends never
  ? { [Key in keyof Type]: Shape<Type[Key], Full> }
  : Full extends true
    ? { [Key in keyof Known<Type>]-?: Shape<Exclude<Known<Type>[Key], undefined>, Full> }
    : { [Key in keyof Known<Type>]: Shape<Known<Type>[Key], Full> };

type Known<Type> = {
  [Key in keyof Type as Record<never, never> extends Record<Key, 1> ? never : Key]: Type[Key];
};
