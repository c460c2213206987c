const shownCharacters = 3000;

export const continuePrompt = (input: { prompt: string; written: string; words: number }): string => `${input.prompt}

Le chapitre est déjà écrit jusqu’ici ; en voici la fin :
"""
${input.written.slice(-shownCharacters)}
"""
Écris la suite à partir de la phrase suivante, jusqu’à la fin. Ne répète rien de ce qui est écrit, ni le titre du chapitre ; n’annonce rien.
Longueur attendue : environ ${input.words} mots`;

export const extendSectionPrompt = (input: {
  prompt: string;
  section: string;
  words: number;
}): string => `${input.prompt}

Le chapitre est déjà écrit, mais trop court. Section à développer :
"""
${input.section.slice(-2 * shownCharacters)}
"""
Écris seulement les paragraphes à ajouter à la fin de cette section : des explications, des exemples, des cas concrets qu’elle ne donne pas encore. Pas de titre, pas d’annonce, rien de ce qui est déjà écrit.
Longueur attendue : environ ${input.words} mots`;
