import type { Root } from "mdast";
import { textOf } from "./nodes.ts";
import { wordsIn } from "./words.ts";

const comparable = (text: string) => wordsIn(text.toLocaleLowerCase("fr").replaceAll("'", "’")).join(" ");

/** Takes off a first heading that repeats the title, which whoever shows the text says itself. */
export function withoutTitle({ children, ...root }: Root, title: string): Root {
  const first = children[0];
  const shown = comparable(title);
  const again =
    shown !== "" && first?.type === "heading" && first.depth === 1 && comparable(textOf(first)).endsWith(shown);
  return { ...root, children: again ? children.slice(1) : children };
}
