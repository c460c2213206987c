import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

/** Only `opening` pages begin a book, only `closing` ones end it. */
const FrontMatter = z.strictObject({
  place: z.enum(["opening", "middle", "closing"]).default("middle"),
  title: z.string(),
  description: z.string(),
  points: z.array(z.string()).min(3),
});

/** `text` is Markdown without a title; its slots {topic}, {short-topic} and {goal} are always between guillemets. */
export type Page = z.infer<typeof FrontMatter> & { text: string };

// In a bundle too, this is the address of the source file; `import.meta.dirname` is not there.
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "chapters");

function readPage(name: string): Page {
  const file = readFileSync(path.join(folder, name), "utf8");
  const [, frontMatter = "", text = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
  const { data, error } = FrontMatter.safeParse(parse(frontMatter));
  if (error) throw new Error(`${name}: ${z.prettifyError(error)}`);
  return { ...data, text: text.trim() };
}

let read: Page[] | undefined;

export function pages(): Page[] {
  read ??= readdirSync(folder).sort().map(readPage);
  return read;
}
