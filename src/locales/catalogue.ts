/**
 * The shape of an English catalogue in a language without a plural, such as Chinese: the same keys, but of each pair
 * that a count chooses between (`_one`, `_other`) only `_other`. A missing key and one too many do not compile.
 */
export type WithoutOne<English> = {
  readonly [K in keyof English as K extends `${string}_one` ? never : K]: string;
};
