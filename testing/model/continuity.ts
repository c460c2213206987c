/** The chapter that a question about continuity has to be answered from. */
export const chapterRead = (prompt: string): string => /^<(text\w*)>\n([\s\S]*?)\n<\/\1>/m.exec(prompt)?.[2] ?? "";

type Said = {
  summary?: string;
  characters?: { name: string; description: string }[];
  places?: { name: string; description: string }[];
  facts?: string[];
  opened?: string[];
  closed?: string[];
  contradictions?: { entry: string; text: string }[];
};

/** A good answer: what the chapter of the prompt says, in its own words; `said` in place of some of it. */
export function continuityAnswer(prompt: string, said: Said = {}): string {
  const paragraphs = chapterRead(prompt)
    .split("\n\n")
    .filter((one) => one !== "" && !one.startsWith("#"));
  const sentences = paragraphs.flatMap((one) => one.split(/(?<=\.)\s+/));
  const [first = "", second = "", third = ""] = sentences;
  const name = /\p{L}{6,}/u.exec(first)?.[0] ?? "";
  return JSON.stringify({
    summary: `${first} ${second}`,
    characters: [{ name, description: second }],
    places: [],
    facts: [third],
    opened: [],
    closed: [],
    contradictions: [],
    ...said,
  });
}
