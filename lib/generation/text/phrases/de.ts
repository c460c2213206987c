import type { Phrases } from "./phrases.ts";

export const german: Phrases = {
  conclusions: [
    "fazit",
    "zum (?:schluss|abschluss)",
    "schluss",
    "schlussfolgerung(?:en)?",
    "schluss(?:wort|gedanken|bemerkungen)",
    "abschließende (?:gedanken|worte|bemerkungen)",
  ],
  concluding: ["abschließend", "zum schluss", "fazit", "schlussendlich"],
  works: "(?:text|kapitel|abschnitt|passage|fassung|entwurf)(?:e?s|e|en)?",
  handing: ["(?:hier (?:ist|kommt|folgt)|nachfolgend|anbei)", "(?:gerne?|natürlich|selbstverständlich|aber sicher)"],
  offers: [
    "(?:möchten sie|möchtest du|soll ich|wollen sie|willst du),? ?(?:dass ich )?.*(?:weiter|fortsetz|fortfahr|schreib|ergänz|ausführ|überarbeit)",
    "ich hoffe,? (?:dieser|dieses|der|das)",
    "lassen sie (?:es )?mich wissen",
    "lass (?:es )?mich wissen",
  ],
  announcing: [
    "in diesem kapitel (?:werden wir|wollen wir|betrachten wir|erfahren|lernen|geht es)",
    "im (?:nächsten|folgenden) kapitel",
  ],
  recalling: [
    "wie (?:wir )?(?:bereits|schon) (?:gesehen|erwähnt|gesagt)",
    "wie wir gesehen haben",
    "wie (?:oben )?erwähnt",
  ],
  apologies: [
    "(?:es )?tut mir leid",
    "entschuldigung",
    "leider",
    "als (?:ki|künstliche intelligenz|sprachmodell|assistent)",
  ],
  inabilities: [
    "(?:kann|darf) ich (?:\\p{L}+ ){0,4}(?:nicht|leider|kein\\p{L}*|dies\\p{L}*|bei)",
    "ich (?:kann|darf) (?:\\p{L}+ ){0,4}(?:nicht|kein\\p{L}*|leider)",
    "bin ich nicht in der lage",
    "ich bin nicht in der lage",
  ],
  numbered: "kapitel|abschnitt|teil",
};
