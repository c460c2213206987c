import type { Bible, BibleName } from "../../contract/bible.ts";
import { bibleLimits } from "../../contract/limits.ts";
import { foldText } from "../../contract/outline.ts";
import type { Learnt } from "./learnt.ts";
import { keyOf, type StoredBible } from "./stored-bible.ts";

const says = (text: string, other: string) => ` ${foldText(text)} `.includes(` ${foldText(other)} `);

/** What a person typed of a name stays; what a model knows beside it has an entry of its own. */
function addNames(
  before: BibleName[],
  found: { name: string; text: string }[],
  { chapter, isGone }: { chapter: number; isGone: (name: string) => boolean },
): BibleName[] {
  let names = before;
  for (const { name, text } of found) {
    const same = names.filter((one) => foldText(one.name) === foldText(name));
    if ((same.length === 0 && isGone(name)) || same.some((one) => says(one.text, text))) continue;
    const own = same.find((one) => !one.edited);
    const added = own ? `${own.text} ${text}`.trim() : text;
    if (own && added.length <= bibleLimits.text)
      names = names.map((one) => (one === own ? { ...own, text: added } : one));
    else if (!own) names = [...names, { name, text, chapter, edited: false }];
  }
  return names;
}

function addLines<Item extends { text: string }>(before: Item[], found: Item[], isGone: (text: string) => boolean) {
  const added = found.filter(
    ({ text }) => !isGone(text) && !before.some((one) => foldText(one.text) === foldText(text)),
  );
  return [...before, ...added];
}

/** Drops the oldest that no person typed, where a list is full. */
function within<Item extends { edited: boolean }>(items: Item[], max: number): Item[] {
  let surplus = items.length - max;
  return items.filter(({ edited }) => edited || surplus-- <= 0).slice(0, max);
}

/** Adds what a chapter has set. What a person typed, changed or removed stays as it is. */
export function addLearnt(bible: StoredBible, learnt: Learnt, chapter: number): StoredBible {
  const gone = new Set(bible.removed);
  const isGone = (kind: keyof Bible) => (text: string) => gone.has(keyOf(kind, text));
  const set = { chapter, edited: false };
  const hasSummary = bible.summaries.some((one) => one.chapter === chapter);
  const summaries =
    learnt.summary === "" || hasSummary ? bible.summaries : [...bible.summaries, { ...set, text: learnt.summary }];
  const closed = new Set(learnt.closed.map(foldText));
  const threads = bible.threads.map((thread) =>
    !thread.edited && thread.closed === null && closed.has(foldText(thread.text))
      ? { ...thread, closed: chapter }
      : thread,
  );
  const opened = learnt.opened.map((text) => ({ ...set, text, closed: null }));
  const names = (kind: "characters" | "places") =>
    within(addNames(bible[kind], learnt[kind], { chapter, isGone: isGone(kind) }), bibleLimits.names);
  return {
    summaries,
    characters: names("characters"),
    places: names("places"),
    facts: within(
      addLines(
        bible.facts,
        learnt.facts.map((text) => ({ ...set, text })),
        isGone("facts"),
      ),
      bibleLimits.facts,
    ),
    threads: within(addLines(threads, opened, isGone("threads")), bibleLimits.threads),
    removed: bible.removed,
  };
}
