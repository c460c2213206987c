import { worded } from "./language.ts";

const shownCharacters = 3000;

export type Place = { position: number; title: string };

const french = {
  quoted: (text: string) => `« ${text} »`,
  place: ({ position, title }: Place) => `chapitre ${position}, « ${title} »`,
  repeat: (here: string, there: string, text: string) =>
    `ce passage (${here}) dit la même chose que le ${there} :
"""
${text}
"""
Récris-le pour qu’il apporte ce qui est propre à son chapitre, avec d’autres phrases et d’autres exemples, sans rien reprendre de celui-ci.`,
  phrases: (here: string, phrases: string) =>
    `ce passage (${here}) reprend mot pour mot ce que le livre dit déjà :
${phrases}
Récris-le sans ces tournures : dis-le autrement, ou dis autre chose.`,
  opening: (here: string, there: string) =>
    `ce passage ouvre un chapitre (${here}) par les mêmes mots que le ${there} : commence-le tout autrement.`,
  conclusion: (here: string) =>
    `ce passage conclut un chapitre (${here}) qui n’est pas le dernier du livre : fais-en une section qui achève son sujet, sous un titre qui le dit, sans conclusion ni résumé.`,
  ending: (here: string) =>
    `ce passage achève un chapitre (${here}), qui n’est pas le dernier du livre, par une formule de conclusion : achève son sujet sans conclure ni résumer, sans ajouter de titre.`,
  term: (here: string, there: string, { term, sense }: { term: string; sense: string }) =>
    `ce passage (${here}) définit « ${term} », qui est défini ailleurs (${there})${sense && ` en ce sens : ${sense}`}. Emploie le terme en ce sens, sans le définir de nouveau.`,
  said_again: (here: string, quotes: string) =>
    `ce passage (${here}) redit ce que le chapitre vient de dire :
${quotes}
Récris-le sans ces redites : chaque idée une seule fois, en phrases qui avancent.`,
  plan_talk: (here: string, quotes: string) =>
    `ce passage (${here}) parle du plan du livre au lieu de son sujet :
${quotes}
Récris-le sans parler de chapitres ni de sections.`,
  stock_phrases: (here: string, quotes: string) =>
    `ce passage (${here}) emploie des formules toutes faites :
${quotes}
Récris-le sans elles : dis ce qui est précis, ou rien.`,
  round: (round: number) => `\nUne récriture n’a pas suffi (essai ${round}) : éloigne-toi davantage du texte.`,
};

const english: typeof french = {
  quoted: (text) => `“${text}”`,
  place: ({ position, title }) => `chapter ${position}, “${title}”`,
  repeat: (here, there, text) =>
    `this passage (${here}) says the same as ${there}:
"""
${text}
"""
Rewrite it so that it brings what belongs to its own chapter, with other sentences and other examples, taking nothing from that one.`,
  phrases: (here, phrases) =>
    `this passage (${here}) repeats word for word what the book already says:
${phrases}
Rewrite it without these phrases: say it otherwise, or say something else.`,
  opening: (here, there) =>
    `this passage opens a chapter (${here}) with the same words as ${there}: begin it quite differently.`,
  conclusion: (here) =>
    `this passage concludes a chapter (${here}) that is not the last of the book: make it a section that completes its subject, under a heading that says so, without conclusion or summary.`,
  ending: (here) =>
    `this passage ends a chapter (${here}), which is not the last of the book, with a concluding phrase: complete its subject without concluding or summing up, and without adding a heading.`,
  term: (here, there, { term, sense }) =>
    `this passage (${here}) defines “${term}”, which is defined elsewhere (${there})${sense && ` in this sense: ${sense}`}. Use the term in that sense, without defining it again.`,
  said_again: (here, quotes) =>
    `this passage (${here}) says again what the chapter has just said:
${quotes}
Rewrite it without saying anything twice: each idea once, in sentences that move on.`,
  plan_talk: (here, quotes) =>
    `this passage (${here}) speaks of the plan of the book instead of its subject:
${quotes}
Rewrite it without a word about chapters or sections.`,
  stock_phrases: (here, quotes) =>
    `this passage (${here}) uses stock phrases:
${quotes}
Rewrite it without them: say what is precise, or nothing.`,
  round: (round) => `\nOne rewriting was not enough (attempt ${round}): move further away from the text.`,
};

const withoutFullStop = (text: string) => text.replace(/[.\s]+$/, "");

/** What is wrong with a passage, as the model that rewrites it is told. */
export function reviewProblems(language: string | undefined) {
  const say = worded(language, { fr: french, en: english });
  const { place } = say;
  const listed = (quotes: string[]) => quotes.map((quote) => `- ${say.quoted(quote)}`).join("\n");
  return {
    repeat: (here: Place, there: Place & { text: string }) =>
      say.repeat(place(here), place(there), there.text.slice(0, shownCharacters)),
    phrases: (here: Place, phrases: string[]) => say.phrases(place(here), listed(phrases)),
    opening: (here: Place, there: Place) => say.opening(place(here), place(there)),
    conclusion: (here: Place) => say.conclusion(place(here)),
    ending: (here: Place) => say.ending(place(here)),
    term: (here: Place, there: Place & { term: string; definition: string }) =>
      say.term(place(here), place(there), { term: there.term, sense: withoutFullStop(there.definition) }),
    style: (check: "said_again" | "plan_talk" | "stock_phrases", here: Place, quotes: string[]) =>
      say[check](place(here), listed(quotes)),
    round: (round: number) => (round === 1 ? "" : say.round(round)),
  };
}
