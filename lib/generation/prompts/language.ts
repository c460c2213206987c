export const inLanguage = (language: string | undefined): string =>
  language === "en" ? "un anglais soigné, comme un auteur de langue anglaise" : "un français soigné";

export const stockPhrases = (language: string | undefined): string =>
  language === "en"
    ? "« In this chapter, we will… », « It is important to note that… », « In today’s world… », « In conclusion… »"
    : "« Dans ce chapitre, nous allons… », « Il est important de noter que… », « Dans un monde où… », « En conclusion… »";
