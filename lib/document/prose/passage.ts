/**
 * What a text is to those who judge its words. `prose` is what the author says; `speech` what somebody says in it; an
 * `item` is one of a series (a list, a step, a parameter, what an exercise asks), which may say what others say; a `set`
 * piece is given as it is: verse, a quotation, an example, a stage direction.
 */
export type ProseKind = "prose" | "speech" | "item" | "set";

/** `text` is without formulas, code and what is set apart in it; `asides` are quoted, in italics or in bold. */
export type ProsePassage = { kind: ProseKind; text: string; asides: string[] };
