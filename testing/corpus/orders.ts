import type { BookRequest } from "#lib/contract/book.ts";
import { passageAnswer, passageIn } from "../model/answers.ts";
import type { Behaviour, Exchange } from "../model/script.ts";
import { type HonestBook, readHonestBooks } from "./books.ts";

/** What a reviewer does with the passage that it is shown: a real model stands between the two. */
const reviewers = { garde: passageIn, récrit: passageAnswer };
export type Reviewer = keyof typeof reviewers;

/** `sourced`: pages are read for the book, and it cites one of them. */
export type Order = { book: HonestBook; reviewer: Reviewer; sourced: boolean; topic: string };

const citing = new Set(["en-technical", "essai", "manuel-logiciel", "mathematiques", "notes-liens"]);

const orderOf = (book: HonestBook, reviewer: Reviewer, sourced: boolean): Order => ({
  book,
  reviewer,
  sourced,
  topic: `${book.name}, ${reviewer}${sourced ? ", avec sources" : ""}`,
});

export async function readOrders(): Promise<Order[]> {
  const books = await readHonestBooks();
  const both = (some: HonestBook[], sourced: boolean) =>
    some.flatMap((book) => [orderOf(book, "garde", sourced), orderOf(book, "récrit", sourced)]);
  const cited = books.filter(({ name }) => citing.has(name));
  return [...both(books, false), ...both(cited, true)];
}

export const topicIn = ({ prompt }: Exchange): string | undefined => /^(?:Sujet :|Topic:) (.*)$/m.exec(prompt)?.[1];

export function requestOf({ book, topic }: Order): Partial<BookRequest> {
  const { name, language, chapters, words } = book;
  return {
    title: language === "en" ? `The book of ${name}` : `Le livre ${name}`,
    topic,
    goal: language === "en" ? "Read it as it was written" : "Le lire comme il a été écrit",
    language,
    chapters: chapters.map(({ title, description, points }) => ({ title, description, key_points: points })),
    words_per_chapter: words,
  };
}

const withMark = (text: string) => text.replace(/\.\n\n/, " [S1].\n\n");

/** Serves each chapter as it was written; what is asked later goes to the reviewer of the order. */
export function answerTo(orders: Order[]): (exchange: Exchange) => Behaviour {
  const byTopic = new Map(orders.map((order) => [order.topic, order]));
  return (exchange) => {
    const order = byTopic.get(topicIn(exchange) ?? "");
    const { role, position = 0, prompt } = exchange;
    if (!order || role === "research" || role === "continuity") return {};
    if (role !== "chapter") return { text: reviewers[order.reviewer](prompt) };
    const { text = "" } = order.book.chapters[position - 1] ?? {};
    return { text: order.sourced ? withMark(text) : text };
  };
}
