import type { Phrases } from "./phrases.ts";

export const dutch: Phrases = {
  conclusions: [
    "tot (?:slot|besluit)",
    "ter afsluiting",
    "conclusies?",
    "slot(?:woord|beschouwing)",
    "(?:afsluitende|laatste) (?:gedachten|woorden)",
  ],
  concluding: ["tot slot", "concluderend", "ter afsluiting"],
  works: "(?:tekst|hoofdstuk|paragraaf|passage|versie)(?:ken|en|s)?",
  handing: ["(?:hier (?:is|volgt|komt)|hierbij)", "(?:natuurlijk|zeker|graag|uiteraard)"],
  offers: [
    "(?:wilt u|wil je|zal ik|moet ik),? ?(?:dat ik )?.*(?:verder|doorga|vervolg|schrijf|schrijven|toevoeg|uitwerk|aanpas)",
    "ik hoop dat (?:dit|deze|de)",
    "laat (?:het )?me (?:het )?weten",
  ],
  announcing: ["in dit hoofdstuk (?:zullen we|gaan we|bekijken we|ontdekken we|leren we)", "in het volgende hoofdstuk"],
  recalling: [
    "zoals (?:we|wij) (?:al |reeds |eerder )?(?:hebben gezien|zagen)",
    "zoals (?:eerder|reeds|al) (?:gezegd|vermeld|genoemd)",
  ],
  apologies: ["het spijt me", "sorry", "helaas", "als (?:een )?(?:ai|taalmodel|assistent)"],
  inabilities: [
    "(?:kan|mag) ik (?:\\p{L}+ ){0,4}(?:niet|geen)",
    "ik (?:kan|mag) (?:\\p{L}+ ){0,4}(?:niet|geen)",
    "ben ik niet in staat",
    "ik ben niet in staat",
  ],
  numbered: "hoofdstuk|paragraaf|deel",
};
