const conjunction = new Intl.ListFormat("fr");

/** Joins items as a French sentence does: `1, 2 et 3`. */
export const frenchList = (items: (string | number)[]): string => conjunction.format(items.map(String));
