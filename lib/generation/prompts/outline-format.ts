import type { BookBrief } from "../brief/book-brief.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { worded } from "./language.ts";

const howWritten = ({ language, isSequential }: BookBrief): string =>
  isSequential
    ? worded(language, {
        fr: "Les chapitres seront écrits dans l’ordre, chacun à la suite de ceux qui le précèdent : le plan est leur contrat.",
        en: "The chapters will be written in order, each after those before it: the outline is their contract.",
      })
    : worded(language, {
        fr: "Chaque chapitre sera écrit séparément, en même temps que les autres : le plan est leur contrat.",
        en: "Each chapter will be written separately, at the same time as the others: the outline is their contract.",
      });

/** How a whole outline is answered; an example of one would come back from a small model as its answer. */
export const outlineFormat = (request: BookBrief): string =>
  worded(request.language, {
    fr: `${howWritten(request)}
- « title » : unique et précis, sans numéro.
- « description » : en deux à quatre phrases, ce que ce chapitre apporte et qu’aucun autre n’apporte.
- « key_points » : ${traitsOf(request.genre).points.fr}
- « defines » : les termes que ce chapitre définit (« term »), avec leur définition en une phrase (« definition ») ; un terme n’est défini que par un seul chapitre. Liste vide s’il n’en définit aucun.
- « elsewhere » : ce qu’on attendrait ici mais qui est traité ailleurs (« what »), avec le titre exact de l’autre chapitre (« where »). Liste vide s’il n’y a rien à dire.
Rien ne reste à définir ou à compléter.
Tu réponds uniquement par un objet JSON de cette forme, sans texte autour :
{"title": "…", "chapters": [{"title": "…", "description": "…", "key_points": ["…", "…", "…"], "defines": [{"term": "…", "definition": "…"}], "elsewhere": [{"what": "…", "where": "…"}]}]}`,
    en: `${howWritten(request)}
- “title”: unique and precise, without a number.
- “description”: in two to four sentences, what this chapter brings that no other does.
- “key_points”: ${traitsOf(request.genre).points.en}
- “defines”: the terms that this chapter defines (“term”), with their definition in one sentence (“definition”); a term is defined by one chapter only. An empty list if it defines none.
- “elsewhere”: what a reader would expect here but is covered elsewhere (“what”), with the exact title of the other chapter (“where”). An empty list if there is nothing to say.
Nothing is left to be defined or completed.
You answer with a JSON object of this form alone, without any text around it:
{"title": "…", "chapters": [{"title": "…", "description": "…", "key_points": ["…", "…", "…"], "defines": [{"term": "…", "definition": "…"}], "elsewhere": [{"what": "…", "where": "…"}]}]}`,
  });
