import { withoutBold } from "./bold.ts";
import { cut } from "./marks.ts";
import type { Entry } from "./numbered.ts";
import type { Role } from "./shape.ts";
import { isSentence, splitTitle } from "./titles.ts";

export type ReadChapter = { title: string; description: string; key_points: string[] };
/** `unplaced`: the lines of the paste that no chapter took. */
export type ReadPlan = { title?: string; chapters: ReadChapter[]; unplaced: string[] };

/** Names the field that the text belongs in. */
const label = /^(?:description|r[ée]sum[ée]|summary|contenu)\s*:\s*/i;
const pointsLabel = /^(?:(?:points?|id[ée]es?)[ -](?:cl[ée]s?|principa(?:l|ux|les))|key points?)\s*:?$/i;
const titleLabel = /^(?:titre(?: du livre)?|title|book title)\s*:\s+(?=\S)/i;

const withoutColon = (title: string) =>
  title.length > 1 && title.endsWith(":") ? title.slice(0, -1).trimEnd() : title;

/** A line that goes on with the point above it. */
const continues = (entry: Entry, above: Entry) =>
  entry.indent > above.indent || (!entry.gap && /^\p{Ll}/u.test(entry.body));

export function build(entries: Entry[], roleOf: (entry: Entry) => Role): ReadPlan {
  const plan: ReadPlan = { chapters: [], unplaced: [] };
  let untitled = false;
  let point: Entry | undefined;

  const begin = (entry: Entry) => {
    const { keyword, body, heading } = entry;
    const named = keyword?.stripped ? cut(body, keyword.length) : body;
    // « Chapitre 3 » alone: the title may stand on the next line.
    untitled = named === "" && heading === undefined;
    const split = heading === undefined ? splitTitle(named || body) : { title: withoutBold(named || body), text: "" };
    plan.chapters.push({ title: withoutColon(split.title), description: split.text, key_points: [] });
  };
  const tell = (chapter: ReadChapter, entry: Entry) => {
    const text = withoutBold(entry.body).replace(label, "");
    const last = chapter.key_points.length - 1;
    if (pointsLabel.test(text) || text === "") return;
    if (point && continues(entry, point)) chapter.key_points[last] += ` ${text}`;
    else chapter.description += chapter.description === "" ? text : `\n${text}`;
  };

  for (const [index, entry] of entries.entries()) {
    const role = roleOf(entry);
    const chapter = plan.chapters.at(-1);
    const isTitle = untitled && role === "text" && !isSentence(entry.body);
    const titled = index === 0 && entry.text.replace(titleLabel, "");
    if (role === "title") plan.title = withoutBold(entry.body);
    else if (titled && titled !== entry.text) plan.title = titled;
    else if (role === "chapter") begin(entry);
    else if (!chapter || role === "else") plan.unplaced.push(entry.text);
    else if (isTitle) chapter.title = withoutColon(withoutBold(entry.body));
    else if (role === "point") chapter.key_points.push(withoutBold(entry.body));
    else tell(chapter, entry);
    if (role === "point" && chapter) point = entry;
    else if (role !== "text") point = undefined;
    if (role !== "chapter") untitled = false;
  }
  return plan;
}
