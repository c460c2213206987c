/** The phrases that models write most in a language, which an English prompt asks to do without. */
const phrases: Record<string, string> = {
  en: "“In this chapter, we will…”, “It is important to note that…”, “In conclusion…”",
  es: "“En este capítulo vamos a…”, “Es importante señalar que…”, “En conclusión…”",
  de: "“In diesem Kapitel werden wir…”, “Es ist wichtig zu beachten, dass…”, “Zusammenfassend…”",
  it: "“In questo capitolo vedremo…”, “È importante notare che…”, “In conclusione…”",
  pt: "“Neste capítulo, vamos…”, “É importante notar que…”, “Em conclusão…”",
  nl: "“In dit hoofdstuk zullen we…”, “Het is belangrijk om op te merken dat…”, “Tot slot…”",
};

export const stockPhrases = (language = "en"): string => phrases[language] ?? phrases.en ?? "";
