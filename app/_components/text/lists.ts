const conjunction = new Intl.ListFormat("fr");

/** `1, 2 et 3`. */
export const listOf = (items: (string | number)[]) => conjunction.format(items.map(String));
