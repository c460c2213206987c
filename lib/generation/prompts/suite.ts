const tail = 3000;

/** The prompt a chapter was written from, and what is written of it so far → the prompt for the rest. */
export const suite = (input: { prompt: string; written: string; words: number }): string => `${input.prompt}

Le chapitre est déjà écrit jusqu’ici ; en voici la fin :
"""
${input.written.slice(-tail)}
"""
Écris la suite à partir de la phrase suivante, jusqu’à la fin du chapitre : environ ${input.words} mots. Ne répète rien de ce qui est écrit, ni le titre du chapitre ; n’annonce rien.`;
