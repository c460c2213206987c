import type { BlockContent, FootnoteDefinition, Nodes } from "mdast";
import type { Definitions, Note } from "./chapter-text.ts";
import { cleanNode } from "./clean.ts";

/** Numbers the notes of a chapter in the order of their first references. */
export class Notes {
  readonly #definitions: Definitions;
  readonly #numbers = new Map<string, number>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** Takes a reference in the text. */
  refer(identifier: string): Nodes[] {
    if (!this.#definitions.notes.has(identifier)) return [];
    const number = this.#numbers.get(identifier) ?? this.#numbers.size + 1;
    this.#numbers.set(identifier, number);
    return [{ type: "footnoteReference", identifier: String(number) }];
  }

  /** No file has notes on notes: one that the text refers to is named by its number, another joins the note that it is on. */
  #write(definition: FootnoteDefinition, number: number, joined: Set<string>): BlockContent[] {
    const more: FootnoteDefinition[] = [];
    const refer = (identifier: string): Nodes[] => {
      const known = this.#numbers.get(identifier);
      if (known !== undefined) return [{ type: "text", value: `[${known}]` }];
      const note = this.#definitions.notes.get(identifier);
      if (note && !joined.has(identifier)) more.push(note);
      joined.add(identifier);
      return [];
    };
    const cleaning = { definitions: this.#definitions, refer };
    const place = { depth: 1, inLink: false, atTop: false };
    const own = definition.children.flatMap((child) => cleanNode(child, cleaning, place)) as BlockContent[];
    return [...own, ...more.flatMap((note) => this.#write(note, number, joined))];
  }

  /** Call it once all of the text has been taken. */
  all(): Note[] {
    const joined = new Set<string>();
    return [...this.#numbers].flatMap(([identifier, number]) => {
      const definition = this.#definitions.notes.get(identifier);
      return definition ? [{ number, children: this.#write(definition, number, joined) }] : [];
    });
  }
}
