/** How the language of a book is named in what its writers are told. */
export const inLanguage = (language: string | undefined): string =>
  language === "en" ? "un anglais soigné, comme un auteur de langue anglaise" : "un français soigné";
