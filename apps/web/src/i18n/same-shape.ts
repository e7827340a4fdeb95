/** A catalogue with the keys of the Vietnamese one: a text that is missing in the other language does not compile. */
export type SameShape<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string ? string : SameShape<Texts[Key]>;
};
