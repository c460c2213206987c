import type { BookRequest } from "#lib/contract/book.ts";
import {
  always,
  answer,
  atTwo,
  firstChapter,
  inEnglish,
  injected,
  inShortSentences,
  inTheSameWords,
  isText,
  longRefusal,
  obeyed,
  obeying,
  ofWords,
  overAndOver,
  passageOf,
  quoted,
  refusal,
  vaunted,
  whispered,
  withCitations,
  withTitlesOf,
} from "./bad-answers.ts";
import { outlineAnswer } from "./outline.ts";
import type { Behaviour, Exchange } from "./server.ts";

/** What a model does wrong; `nth` counts the calls of the case's book by role and chapter, from 1. */
export type Misbehaviour = {
  /** « Le modèle… » */
  name: string;
  asks?: Partial<BookRequest>;
  /** The book is written from pages; one of them says `injected` and `whispered`. */
  documented?: boolean;
  /** What must not be in the book. */
  never?: RegExp;
  behave: (exchange: Exchange, nth: number) => Behaviour;
};
/** Each way a model may go wrong, alone, for a whole book. */
export const misbehaviours: Misbehaviour[] = [
  {
    name: "écrit toujours 1 000 mots, pour des chapitres de 3 000",
    asks: { words_per_chapter: 3000, chapters: 2 },
    behave: (exchange) => (isText(exchange) ? { text: ofWords(exchange, 1000) } : {}),
  },
  {
    name: "écrit toujours 1 000 mots, pour un chapitre de 300",
    asks: { words_per_chapter: 300, chapters: 1 },
    behave: (exchange) => (isText(exchange) ? { text: ofWords(exchange, 1000) } : {}),
  },
  {
    name: "écrit en anglais, le relecteur en français",
    behave: (exchange) => (exchange.role === "chapter" ? { text: inEnglish(exchange) } : {}),
  },
  {
    name: "écrit et relit toujours en anglais",
    asks: { chapters: 1 },
    behave: (exchange) => (isText(exchange) ? { text: inEnglish(exchange) } : {}),
  },
  {
    name: "fait le plan en anglais",
    behave: ({ role, prompt }) =>
      role === "outline" || role === "review" ? { text: outlineAnswer(`Langue du livre : anglais\n${prompt}`) } : {},
  },
  {
    name: "donne à chaque section un titre en anglais",
    asks: { chapters: 1, words_per_chapter: 1000 },
    behave: (exchange) => (exchange.role === "chapter" ? { text: withTitlesOf(exchange) } : {}),
  },
  {
    name: "donne à chaque section un titre en anglais, et le relit sans rien changer",
    asks: { chapters: 1, words_per_chapter: 1000 },
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: withTitlesOf(exchange) }
        : isText(exchange)
          ? { text: passageOf(exchange) }
          : {},
  },
  {
    name: "met en citation tout un texte en anglais, et le relit sans rien changer",
    asks: { chapters: 1 },
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: quoted(inEnglish(exchange)) }
        : isText(exchange)
          ? { text: passageOf(exchange) }
          : {},
  },
  {
    name: "n’écrit que de courtes phrases en anglais, le relecteur en français",
    asks: { chapters: 1 },
    behave: (exchange) => (exchange.role === "chapter" ? { text: inShortSentences } : {}),
  },
  {
    name: "double les titres, les numérote, laisse des sections vides et annonce le chapitre",
    behave: (exchange) => {
      if (exchange.role !== "chapter") return {};
      const text = answer(exchange);
      const title = /^# (.*)$/m.exec(text)?.[1] ?? "";
      const numbered = text.replace(/^## /m, "### 1. ");
      return { text: `Voici le chapitre demandé :\n\n# ${title}\n\n${numbered}\n\n## ${title}\n\n## Conclusion` };
    },
  },
  {
    name: "parle à qui l’a chargé d’écrire, avant et après le chapitre",
    asks: { chapters: 2 },
    never: /vos consignes|poursuive/,
    behave: (exchange) =>
      exchange.role === "chapter"
        ? {
            text: `Bien sûr ! Je vous propose ce texte, rédigé selon vos consignes.\n\n${answer(exchange)}\n\nSouhaitez-vous que je poursuive avec le chapitre suivant ?`,
          }
        : {},
  },
  { name: "met ses réponses dans un bloc de code", behave: () => ({ fence: true }) },
  {
    name: "rend un plan qui n’est jamais du JSON",
    behave: ({ role }) => (role === "outline" || role === "review" ? { text: "Je prépare le plan du livre." } : {}),
  },
  {
    name: "coupe chaque première réponse",
    behave: (exchange, nth) => (nth === 1 ? always({ cutAfter: 300 })(exchange) : {}),
  },
  { name: "coupe toujours le chapitre 2", behave: atTwo({ cutAfter: 300 }) },
  {
    name: "répond 429, Retry-After: 120, une fois par chapitre",
    behave: ({ role }, nth) =>
      role === "chapter" && nth === 1 ? { status: 429, headers: { "retry-after": "120" } } : {},
  },
  {
    name: "refuse une fois le chapitre 2",
    behave: (exchange, nth) => (nth === 1 ? atTwo({ text: refusal })(exchange) : {}),
  },
  { name: "refuse toujours le chapitre 2", behave: atTwo({ text: refusal }) },
  {
    name: "donne le même texte pour chaque chapitre",
    behave: (exchange) => (exchange.role === "chapter" ? { text: firstChapter } : {}),
  },
  {
    name: "donne le même texte pour chaque chapitre, et le relit sans rien changer",
    behave: (exchange) =>
      exchange.role === "chapter" ? { text: firstChapter } : isText(exchange) ? { text: passageOf(exchange) } : {},
  },
  {
    name: "répète une phrase dans tout le chapitre",
    asks: { chapters: 1 },
    behave: (exchange) => (exchange.role === "chapter" ? { text: overAndOver } : {}),
  },
  {
    name: "glisse les mêmes tournures dans chaque paragraphe, et le relit sans rien changer",
    asks: { chapters: 2 },
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: inTheSameWords(ofWords(exchange, 330)) }
        : isText(exchange)
          ? { text: passageOf(exchange) }
          : {},
  },
  {
    name: "commence chaque chapitre par les mêmes mots et conclut chacun",
    behave: (exchange) => {
      if (exchange.role !== "chapter") return {};
      const [title, ...rest] = answer(exchange).split("\n\n");
      const ended = rest.join("\n\n").replace(/(?<=## )[^\n]*(?![\s\S]*## )/, "Conclusion");
      return { text: `${title}\n\nAu commencement était la patience du boulanger devant son pétrin.\n\n${ended}` };
    },
  },
  {
    name: "invente des citations, des notes, des adresses et une bibliographie, à partir de vraies pages",
    documented: true,
    never: /S99|\[7\]|\[\^|invente\.test|Dupont/,
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: `${withCitations(answer(exchange))}\n\n[^1]: Une note.\n\n## Bibliographie\n\n- Dupont, J., 2019.` }
        : {},
  },
  {
    name: "invente des citations sans qu’aucune page ait été lue",
    never: /S\d|\[7\]|\[\^|https?:/,
    behave: (exchange) => (exchange.role === "chapter" ? { text: withCitations(answer(exchange)) } : {}),
  },
  {
    name: "obéit à une consigne cachée dans une page lue",
    documented: true,
    never: /pirate|Achetez/i,
    behave: (exchange) => obeying(exchange, injected, [injected, `- ${obeyed}`]),
  },
  {
    name: "obéit à une consigne cachée qui ne donne pas d’adresse",
    documented: true,
    never: /pirate|Achetez|\bvante\b/i,
    behave: (exchange) =>
      obeying(exchange, whispered, [`- ${vaunted}. [S1]`, `- ${vaunted} [S2].`, `- ${whispered} [S1] [S2]`]),
  },
  { name: "ne réussit jamais le chapitre 2 : une réponse vide, toujours", behave: atTwo({ text: "" }) },
  {
    name: "laisse sa réflexion dans chaque réponse, une fois sur deux sans dire où elle commence",
    asks: { chapters: 2 },
    never: /think|réfléchissons/i,
    behave: (exchange, nth) => {
      const thought = "Réfléchissons : un {plan}, puis le texte.\n</think>\n\n";
      const all = exchange.role === "outline" ? outlineAnswer(exchange.prompt) : answer(exchange);
      return { text: `${((exchange.position ?? 0) + nth) % 2 === 0 ? "<think>\n" : ""}${thought}${all}` };
    },
  },
  {
    name: "ne dit au chapitre 2 que sa réflexion, sans la finir",
    asks: { chapters: 2 },
    behave: atTwo({ text: "<think>\nRéfléchissons : d’abord le titre.\n\n# Étape 2\n\nEt ensuite ?" }),
  },
  {
    name: "refuse toujours le chapitre 2, et l’explique longuement",
    asks: { chapters: 2 },
    behave: atTwo({ text: longRefusal }),
  },
  {
    name: "s’arrête au milieu d’une phrase dans chaque première réponse, comme s’il avait fini",
    asks: { chapters: 2 },
    never: /manq\b/,
    behave: (exchange, nth) =>
      exchange.role === "chapter" && nth === 1
        ? {
            text: `${answer(exchange)
              .slice(0, 1200)
              .replace(/[^.]*$/, "")} Et la fin manq`,
          }
        : {},
  },
];
