import type { Phrases } from "./phrases.ts";

export const italian: Phrases = {
  conclusions: [
    "(?:in )?conclusion[ei]",
    "per (?:concludere|finire|terminare)",
    "(?:riflessioni|considerazioni|parole) (?:finali|conclusive)",
  ],
  concluding: ["in conclusione", "per concludere", "per finire", "concludendo"],
  works: "(?:test[oi]|capitol[oi]|sezion[ei]|passagg[io]+|version[ei]|bozz[ae])",
  handing: ["(?:ecco|di seguito)", "(?:certo|certamente|volentieri|naturalmente)"],
  offers: [
    "(?:vuoi|vuole|vorresti|desideri|desidera) che (?:io )?(?:continui|prosegua|scriva|aggiunga|approfondisca|riveda)",
    "spero che (?:questo|questa|il)",
    "fammi sapere",
    "se (?:vuoi|desideri),? posso",
  ],
  announcing: [
    "in questo capitolo,? (?:vedremo|esploreremo|scopriremo|analizzeremo|affronteremo)",
    "nel (?:prossimo|capitolo) (?:capitolo|successivo)",
  ],
  recalling: ["come (?:abbiamo|già) (?:visto|detto|accennato)", "come (?:si è|è stato) (?:visto|detto)"],
  apologies: [
    "mi dispiace",
    "mi scuso",
    "spiacente",
    "purtroppo",
    "in quanto (?:ia|intelligenza artificiale|modello|assistente)",
  ],
  inabilities: ["non (?:posso|potrei|mi è possibile|sono (?:in grado|autorizzat[oa]))"],
  numbered: "capitolo|sezione|parte",
};
