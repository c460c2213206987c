import type { List, Nodes, Table } from "mdast";
import { childrenOf } from "../../../document/nodes.ts";
import { digitalSourceType } from "../edition.ts";
import { labelsIn } from "../labels.ts";
import type { BookText } from "../text/book-text.ts";
import type { ChapterText } from "../text/chapter-text.ts";
import { shortTitle } from "../text/clean-text.ts";

type Data = { type: string; children?: Data[]; [field: string]: unknown };

const longRun = /[^\s\u200b]{40,}/gu;
const pieceOfRun = /.{12}/gsu;

/** Lets a run without a space, which would leave the page, break anywhere. */
const breakable = (text: string) => text.replace(longRun, (run) => run.replace(pieceOfRun, "$&\u200b"));

const oneLine = (text: string) => breakable(text.replaceAll("\n", " "));

const hasBreak = (node: Nodes): boolean => node.type === "break" || childrenOf(node).some(hasBreak);

/** Writes a chapter's nodes as the template reads them. */
class ChapterData {
  readonly #seen = new Set<string>();

  all(nodes: Nodes[]): Data[] {
    return nodes.flatMap((node) => this.#write(node));
  }

  #write(node: Nodes): Data[] {
    switch (node.type) {
      case "text":
        return [{ type: "text", value: oneLine(node.value) }];
      case "inlineCode":
        return [{ type: "inlineCode", value: oneLine(node.value) }];
      case "code":
        return [{ type: "code", value: breakable(node.value) }];
      case "break":
        return [{ type: "break" }];
      case "thematicBreak":
        return [{ type: "rule" }];
      case "heading":
        return [{ type: "heading", level: node.depth, children: this.all(node.children) }];
      case "blockquote":
        return [{ type: "quote", children: this.all(node.children) }];
      case "link":
        return [{ type: "link", url: node.url, children: this.all(node.children) }];
      case "footnoteReference":
        return [this.#note(node.identifier)];
      case "list":
        return [this.#list(node)];
      case "table":
        return [this.#table(node)];
      case "paragraph":
        return [{ type: hasBreak(node) ? "verse" : "paragraph", children: this.all(node.children) }];
      case "emphasis":
      case "strong":
      case "delete":
        return [{ type: node.type, children: this.all(node.children) }];
      default:
        return [];
    }
  }

  #note(identifier: string): Data {
    const first = !this.#seen.has(identifier);
    this.#seen.add(identifier);
    return { type: "note", number: Number(identifier), first };
  }

  #list({ ordered, start, spread, children }: List): Data {
    const items = children.map(({ children: inside, checked, spread: isLoose }) => {
      const blocks = this.all(inside);
      const isTask = typeof checked === "boolean";
      const mark = { type: "text", value: checked ? "☑ " : "☐ " };
      const [first, ...others] = blocks;
      const marked =
        first?.type === "paragraph"
          ? [{ ...first, children: [mark, ...(first.children ?? [])] }, ...others]
          : [mark, ...blocks];
      return { isTask, isLoose, item: { type: "item", children: isTask ? marked : blocks } };
    });
    const tasks = items.some(({ isTask }) => isTask);
    const tight = !spread && items.every(({ isLoose }) => !isLoose);
    return {
      type: "list",
      ordered: ordered === true,
      start: start ?? 1,
      tight,
      tasks,
      children: items.map(({ item }) => item),
    };
  }

  #table({ children: rows, align }: Table): Data {
    const columns = Math.max(1, ...rows.map(({ children }) => children.length));
    const at = Array.from({ length: columns }, (_, column) => column);
    const cells = rows.map(({ children }) => at.map((column) => this.all(children[column]?.children ?? [])));
    return { type: "table", align: at.map((column) => align?.[column] ?? "left"), rows: cells };
  }
}

function chapterData({ title, children, notes }: ChapterText, index: number) {
  const data = new ChapterData();
  return {
    number: index + 1,
    title: breakable(title),
    short: shortTitle(title, 42),
    children: data.all(children),
    notes: Object.fromEntries(notes.map((note) => [note.number, data.all(note.children)])),
  };
}

/** What the template sets, as JSON. */
export const bookData = (book: BookText): string =>
  JSON.stringify({
    title: breakable(book.title),
    short: shortTitle(book.title, 42),
    description: book.description.slice(0, 1000),
    keywords: [book.subject, ...(book.byModel ? [digitalSourceType] : [])].filter((word) => word !== ""),
    language: book.language,
    contents: labelsIn[book.language].contents,
    chapters: book.chapters.map(chapterData),
    colophon: book.colophon ?? null,
  });
