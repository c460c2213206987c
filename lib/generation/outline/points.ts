import { foldText } from "../../contract/outline.ts";

const talk =
  /^(?:(?:the|this) (?:book|chapter|section|text)|the reader|(?:le|ce) (?:livre|chapitre|texte)|cette section|le lecteur) (?:(?:will|va) )?(?:also |aussi |également )?(?:highlights?|covers?|discuss(?:es)?|explores?|explains?|describes?|emphasi[sz]es?|presents?|introduces?|learns?|discovers?|understands?|met(?:tre)? en (?:avant|lumière)|présenter?|expliquer?|explorer?|décri(?:t|re)|aborder?|détailler?|apprend(?:re)?|découvr(?:e|ir)|comprend(?:re)?) (?=(?:the|a|an|how|why|what|le|la|les|un|une|des|comment|pourquoi|quel(?:le)?s?)\s|l[’'])/iu;

/** A point that speaks of the book, said of its subject: « The book highlights the dangers » names the dangers. */
export function ofSubject(point: string): string {
  const rest = point.replace(talk, "");
  return rest === point ? point : rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A shorter one is a label, such as « Exercices », which each chapter may have. */
const minWordsOfSentence = 4;

/** Leaves each point to the first chapter that has it; a chapter keeps one at least. Each would be a section again. */
export function withoutRepeatedPoints<Chapter extends { key_points: string[] }>(chapters: Chapter[]): Chapter[] {
  const before = new Set<string>();
  return chapters.map((chapter) => {
    const own = new Set<string>();
    const fresh = chapter.key_points.filter((point) => {
      const key = foldText(point);
      if (own.has(key) || before.has(key)) return false;
      own.add(key);
      return true;
    });
    for (const key of own) if (key.split(" ").length >= minWordsOfSentence) before.add(key);
    return { ...chapter, key_points: fresh.length > 0 ? fresh : chapter.key_points.slice(0, 1) };
  });
}
