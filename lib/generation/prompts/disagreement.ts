/** What a note begins with that tells of two sources which do not agree. */
export const disagreement = { fr: "Désaccord", en: "Disagreement" };

export const tellsDisagreement = (notes: string): boolean =>
  new RegExp(`^- (?:${disagreement.fr}|${disagreement.en}) ?:`, "m").test(notes);
