/** Bounds a demonstration chapter, whatever is asked. */
export const demoChapterWords = 600;

/** Ends the first chapter of every demonstration book, which is recognised by it on the other side of the wire. */
export const demoNotice =
  "Livre de démonstration\u202f: ce texte a été composé sans modèle de langage, à partir de pages écrites d’avance.";

/** Recognises a demonstration by its text: the payload has no field for it. */
export const isDemo = (chapters: { content: string }[]) => chapters[0]?.content.includes(demoNotice) ?? false;
