/** Words of a demonstration chapter, at most, whatever is asked. */
export const demoChapterWords = 600;

/** What every demonstration book says of itself at the end of its first chapter, and is recognised by on the other side of the wire. */
export const demoNotice =
  "Livre de démonstration\u202f: ce texte a été composé sans modèle de langage, à partir de pages écrites d’avance.";

/** Whether a received book is a demonstration: the payload has no field for it, its text says so. */
export const isDemo = (chapters: { content: string }[]) => chapters[0]?.content.includes(demoNotice) ?? false;
