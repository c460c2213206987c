const shownCharacters = 3000;

export type Place = { position: number; title: string };

const place = ({ position, title }: Place) => `chapitre ${position}, « ${title} »`;

export const reviewProblems = {
  repeat: (here: Place, there: Place & { text: string }) =>
    `ce passage (${place(here)}) dit la même chose que le ${place(there)} :
"""
${there.text.slice(0, shownCharacters)}
"""
Récris-le pour qu’il apporte ce qui est propre à son chapitre, avec d’autres phrases et d’autres exemples, sans rien reprendre de celui-ci.`,
  phrases: (here: Place, phrases: string[]) =>
    `ce passage (${place(here)}) reprend mot pour mot ce que le livre dit déjà :
${phrases.map((phrase) => `- « ${phrase} »`).join("\n")}
Récris-le sans ces tournures : dis-le autrement, ou dis autre chose.`,
  opening: (here: Place, there: Place) =>
    `ce passage ouvre un chapitre (${place(here)}) par les mêmes mots que le ${place(there)} : commence-le tout autrement.`,
  conclusion: (here: Place) =>
    `ce passage conclut un chapitre (${place(here)}) qui n’est pas le dernier du livre : fais-en une section qui achève son sujet, sous un titre qui le dit, sans conclusion ni résumé.`,
  ending: (here: Place) =>
    `ce passage achève un chapitre (${place(here)}), qui n’est pas le dernier du livre, par une formule de conclusion : achève son sujet sans conclure ni résumer, sans ajouter de titre.`,
  term: (here: Place, there: Place & { term: string; definition: string }) =>
    `ce passage (${place(here)}) définit « ${there.term} », qui est défini ailleurs (${place(there)})${there.definition === "" ? "" : ` en ce sens : ${there.definition.replace(/[.\s]+$/, "")}`}. Emploie le terme en ce sens, sans le définir de nouveau.`,
};

export const roundNote = (round: number): string =>
  round === 1 ? "" : `\nUne récriture n’a pas suffi (essai ${round}) : éloigne-toi davantage du texte.`;
