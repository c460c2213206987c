export const demoChapterWords = 600;

/** Ends the first chapter of every demonstration book: the receiver recognises it by this text. */
export const demoNotice =
  "Livre de démonstration\u202f: ce texte a été composé sans modèle de langage, à partir de pages écrites d’avance.";

/** The payload has no field for a demonstration. */
export const isDemo = (chapters: { content: string }[]) => chapters[0]?.content.includes(demoNotice) ?? false;
