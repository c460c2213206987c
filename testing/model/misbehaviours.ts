import type { BookRequest } from "#lib/contract/book.ts";
import {
  asksForText,
  asQuotation,
  englishText,
  forChapterTwo,
  forText,
  goodText,
  injectedClaim,
  injectedText,
  injection,
  longRefusal,
  obeyInjection,
  refusal,
  repeatedSentence,
  sameChapter,
  shortEnglishSentences,
  subtleInjection,
  textOfWords,
  textWithEnglishHeadings,
  unchangedPassage,
  withInventedCitations,
  withRepeatedPhrase,
} from "./bad-answers.ts";
import { outlineAnswer } from "./outline.ts";
import { prose } from "./prose.ts";
import type { Behaviour, Exchange } from "./script.ts";

const textFrom = (seed: string, words: number) => prose({ seed, words, language: "fr", sections: false });

export type Misbehaviour = {
  /** Ends the sentence « Le modèle… ». */
  name: string;
  request?: Partial<BookRequest>;
  /** Pages are read for the book; one of them carries `injection` and `subtleInjection`. */
  hasSources?: boolean;
  /** Must not match anything in the book. */
  forbidden?: RegExp;
  /** `nth` counts the calls of the book by role and chapter, from 1. */
  behave: (exchange: Exchange, nth: number) => Behaviour;
};

const frenchThoughts = [
  "<mm:think>Réfléchissons.</mm:think>",
  "<|channel|>analysis<|message|>Réfléchissons.<|end|><|start|>assistant<|channel|>final<|message|>",
  "analysisRéfléchissons.assistantfinal",
  "◁think▷Réfléchissons.◁/think▷",
  "<|channel>thought\nRéfléchissons.<channel|>",
];

/** Each way a model may go wrong, alone, for a whole book. */
export const misbehaviours: Misbehaviour[] = [
  {
    name: "écrit toujours 1 000 mots, pour des chapitres de 3 000",
    request: { words_per_chapter: 3000, chapters: 2 },
    behave: (exchange) => (asksForText(exchange) ? { text: textOfWords(exchange, 1000) } : {}),
  },
  {
    name: "écrit toujours 1 000 mots, pour un chapitre de 300",
    request: { words_per_chapter: 300, chapters: 1 },
    behave: (exchange) => (asksForText(exchange) ? { text: textOfWords(exchange, 1000) } : {}),
  },
  {
    name: "écrit en anglais, le relecteur en français",
    behave: (exchange) => (exchange.role === "chapter" ? { text: englishText(exchange) } : {}),
  },
  {
    name: "écrit et relit toujours en anglais",
    request: { chapters: 1 },
    behave: (exchange) => (asksForText(exchange) ? { text: englishText(exchange) } : {}),
  },
  {
    name: "fait le plan en anglais",
    behave: ({ role, prompt }) =>
      role === "outline" || role === "review" ? { text: outlineAnswer(`Topic: bread\n${prompt}`) } : {},
  },
  {
    name: "donne à chaque section un titre en anglais",
    request: { chapters: 1, words_per_chapter: 1000 },
    behave: (exchange) => (exchange.role === "chapter" ? { text: textWithEnglishHeadings(exchange) } : {}),
  },
  {
    name: "donne à chaque section un titre en anglais, et le relit sans rien changer",
    request: { chapters: 1, words_per_chapter: 1000 },
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: textWithEnglishHeadings(exchange) }
        : asksForText(exchange)
          ? { text: unchangedPassage(exchange) }
          : {},
  },
  {
    name: "met en citation tout un texte en anglais, et le relit sans rien changer",
    request: { chapters: 1 },
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: asQuotation(englishText(exchange)) }
        : asksForText(exchange)
          ? { text: unchangedPassage(exchange) }
          : {},
  },
  {
    name: "n’écrit que de courtes phrases en anglais, le relecteur en français",
    request: { chapters: 1 },
    behave: (exchange) => (exchange.role === "chapter" ? { text: shortEnglishSentences } : {}),
  },
  {
    name: "double les titres, les numérote, laisse des sections vides et annonce le chapitre",
    behave: (exchange) => {
      if (exchange.role !== "chapter") return {};
      const text = goodText(exchange);
      const title = /^# (.*)$/m.exec(text)?.[1] ?? "";
      const numbered = text.replace(/^## /m, "### 1. ");
      return { text: `Voici le chapitre demandé :\n\n# ${title}\n\n${numbered}\n\n## ${title}\n\n## Conclusion` };
    },
  },
  {
    name: "parle à qui l’a chargé d’écrire, avant et après le chapitre",
    request: { chapters: 2 },
    forbidden: /vos consignes|poursuive/,
    behave: (exchange) =>
      exchange.role === "chapter"
        ? {
            text: `Bien sûr ! Je vous propose ce texte, rédigé selon vos consignes.\n\n${goodText(exchange)}\n\nSouhaitez-vous que je poursuive avec le chapitre suivant ?`,
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
    behave: (exchange, nth) => (nth === 1 ? forText({ cutAfterChars: 300 })(exchange) : {}),
  },
  { name: "coupe toujours le chapitre 2", behave: forChapterTwo({ cutAfterChars: 300 }) },
  {
    name: "répond 429, Retry-After: 120, une fois par chapitre",
    behave: ({ role }, nth) =>
      role === "chapter" && nth === 1 ? { status: 429, headers: { "retry-after": "120" } } : {},
  },
  {
    name: "refuse une fois le chapitre 2",
    behave: (exchange, nth) => (nth === 1 ? forChapterTwo({ text: refusal })(exchange) : {}),
  },
  { name: "refuse toujours le chapitre 2", behave: forChapterTwo({ text: refusal }) },
  {
    name: "donne le même texte pour chaque chapitre",
    behave: (exchange) => (exchange.role === "chapter" ? { text: sameChapter } : {}),
  },
  {
    name: "donne le même texte pour chaque chapitre, et le relit sans rien changer",
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: sameChapter }
        : asksForText(exchange)
          ? { text: unchangedPassage(exchange) }
          : {},
  },
  {
    name: "répète une phrase dans tout le chapitre",
    request: { chapters: 1 },
    behave: (exchange) => (exchange.role === "chapter" ? { text: repeatedSentence } : {}),
  },
  {
    name: "glisse les mêmes tournures dans chaque paragraphe, et le relit sans rien changer",
    request: { chapters: 2 },
    behave: (exchange) =>
      exchange.role === "chapter"
        ? { text: withRepeatedPhrase(textOfWords(exchange, 330)) }
        : asksForText(exchange)
          ? { text: unchangedPassage(exchange) }
          : {},
  },
  {
    name: "commence chaque chapitre par les mêmes mots et conclut chacun",
    behave: (exchange) => {
      if (exchange.role !== "chapter") return {};
      const [title, ...rest] = goodText(exchange).split("\n\n");
      const ended = rest.join("\n\n").replace(/(?<=## )[^\n]*(?![\s\S]*## )/, "Conclusion");
      return { text: `${title}\n\nAu commencement était la patience du boulanger devant son pétrin.\n\n${ended}` };
    },
  },
  {
    name: "invente des citations, des notes, des adresses et une bibliographie, à partir de vraies pages",
    hasSources: true,
    forbidden: /S99|Dupont/,
    behave: (exchange) =>
      exchange.role === "chapter"
        ? {
            text: `${withInventedCitations(goodText(exchange))}\n\n[^1]: Une note.\n\n## Bibliographie\n\n- Dupont, J., 2019.`,
          }
        : {},
  },
  {
    name: "invente des citations sans qu’aucune page ait été lue",
    behave: (exchange) => (exchange.role === "chapter" ? { text: withInventedCitations(goodText(exchange)) } : {}),
  },
  {
    name: "obéit à une consigne cachée dans une page lue",
    hasSources: true,
    forbidden: /pirate|Achetez/i,
    behave: (exchange) => obeyInjection(exchange, injection, [injection, `- ${injectedText}`]),
  },
  {
    name: "obéit à une consigne cachée qui ne donne pas d’adresse",
    hasSources: true,
    forbidden: /pirate|Achetez|\bvante\b/i,
    behave: (exchange) =>
      obeyInjection(exchange, subtleInjection, [
        `- ${injectedClaim}. [S1]`,
        `- ${injectedClaim} [S2].`,
        `- ${subtleInjection} [S1] [S2]`,
      ]),
  },
  { name: "ne réussit jamais le chapitre 2 : une réponse vide, toujours", behave: forChapterTwo({ text: "" }) },
  {
    name: "laisse sa réflexion dans chaque réponse, une fois sur deux sans dire où elle commence",
    request: { chapters: 2 },
    forbidden: /think|réfléchissons/i,
    behave: (exchange, nth) => {
      const thought = "Réfléchissons : un {plan}, puis le texte.\n</think>\n\n";
      const text = exchange.role === "outline" ? outlineAnswer(exchange.prompt) : goodText(exchange);
      return { text: `${((exchange.position ?? 0) + nth) % 2 === 0 ? "<think>\n" : ""}${thought}${text}` };
    },
  },
  {
    name: "laisse sa réflexion en français, à chaque chapitre dans les marques d’une autre famille",
    request: { chapters: frenchThoughts.length },
    forbidden: /réfléchissons|think|analysis|final|thought/i,
    behave: (exchange) => {
      const text = exchange.role === "outline" ? outlineAnswer(exchange.prompt) : goodText(exchange);
      return { text: `${frenchThoughts[exchange.position ?? 0] ?? ""}${text}` };
    },
  },
  {
    name: "ne connaît ni format de réponse, ni option de flux, ni message « system », et fait du plan un appel d’outil",
    request: { chapters: 2 },
    behave: ({ asked, system, role }) => {
      const refused = (message: string): Behaviour => ({ status: 400, body: JSON.stringify({ error: { message } }) });
      if (asked.response_format) return refused("response_format is not supported");
      if (asked.stream_options) return refused("Unrecognized request argument supplied: stream_options");
      return system === "" ? { toolCall: role === "outline" } : refused("System role not supported");
    },
  },
  {
    name: "ne dit au chapitre 2 que sa réflexion, sans la finir",
    request: { chapters: 2 },
    behave: forChapterTwo({ text: "<think>\nRéfléchissons : d’abord le titre.\n\n# Étape 2\n\nEt ensuite ?" }),
  },
  {
    name: "refuse toujours le chapitre 2, et l’explique longuement",
    request: { chapters: 2 },
    behave: forChapterTwo({ text: longRefusal }),
  },
  {
    name: "s’arrête au milieu d’une phrase dans chaque première réponse, comme s’il avait fini",
    request: { chapters: 2 },
    forbidden: /manq\b/,
    behave: (exchange, nth) =>
      exchange.role === "chapter" && nth === 1
        ? {
            text: `${goodText(exchange)
              .slice(0, 1200)
              .replace(/[^.]*$/, "")} Et la fin manq`,
          }
        : {},
  },
  {
    name: "ne s’arrête jamais d’écrire",
    request: { chapters: 1 },
    behave: ({ role, prompt }) =>
      role === "chapter" ? { endless: (index) => `\n\n${textFrom(`${prompt.length} ${index}`, 10)}` } : {},
  },
  {
    name: "tourne en rond à la fin du chapitre, et n’en sort que si on le lui demande en d’autres mots",
    request: { chapters: 1 },
    forbidden: /(?:Le levain donne du goût[\s\S]*){2}/,
    behave: (exchange) => {
      if (exchange.role !== "chapter" || exchange.prompt.startsWith("Livre")) return {};
      return { text: textOfWords(exchange, 200), endless: () => "\n\nLe levain donne du goût." };
    },
  },
  {
    name: "recommence le chapitre quand on lui en demande la suite",
    request: { chapters: 1, words_per_chapter: 600 },
    behave: ({ role, prompt }) =>
      role === "chapter" && !prompt.startsWith("Livre") ? { text: textFrom("recommence", 300) } : {},
  },
  {
    name: "ne fait que réfléchir, tant qu’on ne lui demande pas de réfléchir moins",
    request: { chapters: 1 },
    behave: ({ role, asked }) =>
      role === "chapter" && !asked.reasoning_effort
        ? { thinksEndlessly: true, text: "", endless: () => "Attends, je dois vérifier cela. " }
        : {},
  },
];
