import { AlignmentType, type ILevelsOptions, LevelFormat } from "docx";

/** Word has nine levels of lists; deeper ones stay on the last. */
export const maxListLevel = 8;
/** Twentieths of a point, for each level of a list or a quotation. */
export const indentStep = 400;

const levels = (look: (level: number) => Pick<ILevelsOptions, "format" | "text">, start = 1): ILevelsOptions[] =>
  Array.from({ length: maxListLevel + 1 }, (_, level) => ({
    level,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: (level + 1) * indentStep, hanging: indentStep } } },
    ...look(level),
  }));

const signs = ["•", "–", "◦"];

type Numbered = { reference: string; level: number; instance: number };

/** Gives each list numbers of its own: in Word, lists of one numbering go on with each other. */
export class Numbering {
  readonly #starts = new Set<number>();
  #lists = 0;

  /** @returns what a function of the level gives to the paragraphs of this list */
  list({ ordered, start }: { ordered: boolean; start: number }): (level: number) => Numbered {
    if (!ordered) return (level) => ({ reference: "puces", level, instance: 0 });
    this.#starts.add(start);
    this.#lists += 1;
    const instance = this.#lists;
    return (level) => ({ reference: `liste-${start}`, level, instance });
  }

  get config() {
    const ordered = [...this.#starts].map((start) => ({
      reference: `liste-${start}`,
      levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` }), start),
    }));
    const bullets = levels((level) => ({ format: LevelFormat.BULLET, text: signs[level % signs.length] ?? "•" }));
    return [{ reference: "puces", levels: bullets }, ...ordered];
  }
}
