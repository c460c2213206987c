import type { CheckedBook } from "./check-long.ts";
import type { LongBook } from "./long-books.ts";
import type { Order } from "./orders.ts";

export type Outcome = {
  order: Order;
  status: string;
  /** How many things its chapters hold that must survive. */
  survivors: number;
  lost: string[];
  removed: string[];
  edits: number;
  warnings: string[];
  calls: number;
};
export type LongOutcome = { book: LongBook; checked: CheckedBook };

type Row = (string | number)[];
const tableOf = (head: string[], rows: Row[]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const rowOf = ({ order, status, survivors, lost, removed, edits, warnings, calls }: Outcome): Row => [
  order.book.genre,
  order.sourced ? `${order.reviewer}, avec sources` : order.reviewer,
  status === "completed" ? "livré" : status,
  survivors,
  lost.length,
  removed.length,
  edits,
  warnings.length,
  calls,
];

const longRowOf = ({ book, checked }: LongOutcome): Row => [
  `${book.title}, ${book.author} (${book.year})`,
  book.chapters.length,
  checked.removed.length,
  checked.edits,
  checked.warnings.length,
  checked.calls,
];

const measures = ["mots retirés", "retouches", "réserves", "appels au relecteur"];

/** The page `docs/honest-books.md`, as the outcomes make it. */
export function pageOf(outcomes: Outcome[], long: LongOutcome[]): string {
  const books = [...new Set(outcomes.map(({ order }) => order.book))];
  const chapters = books.flatMap((book) => book.chapters);
  const longChapters = long.flatMap(({ book }) => book.chapters);
  return `# Ce que deviennent des livres honnêtes

Un modèle sert, mot pour mot, des chapitres qu’un auteur aurait pu écrire : ${chapters.length} chapitres de tous les genres, dans
\`testing/corpus/books\`. Un premier relecteur rend chaque passage qu’on lui montre, un second le remplace par de la prose et perd
ce qui s’y trouvait. On regarde si chaque formule, vers, étape, ligne de tableau, lien ou citation est encore dans le chapitre
livré, dans sa page et dans le fichier Markdown. Puis ${longChapters.length} chapitres d’un millier de mots, de livres publiés
(\`testing/corpus/long\`), passent par l’écriture et par les contrôles, sans rédaction. Ces tableaux sont ceux du test
\`lib/generation/honest-books.test.ts\`, qui échoue s’ils ne disent plus vrai ; pour les écrire de nouveau :
\`WRITE_DOCS=1 npx vitest run lib/generation/honest-books.test.ts\`.

## Par genre et par relecteur

${tableOf(["genre", "relecteur", "livre", "à garder", "perdus", ...measures], outcomes.map(rowOf))}

## Longs textes

${tableOf(["livre", "chapitres", ...measures], long.map(longRowOf))}
`;
}
