import type { Phrases } from "./phrases.ts";

export const portuguese: Phrases = {
  conclusions: [
    "(?:em )?conclus(?:ão|ões)",
    "para (?:concluir|terminar|finalizar)",
    "(?:palavras|reflexões|considerações) finais",
  ],
  concluding: ["em conclusão", "para concluir", "concluindo", "para terminar"],
  works: "(?:textos?|capítulos?|seção|seções|secção|secções|passagens?|versão|versões|rascunhos?)",
  handing: ["(?:aqui (?:está|vai|tem)|segue|eis)", "(?:claro|com certeza|com prazer|certamente)"],
  offers: [
    "(?:queres?|quer|deseja|gostaria|gostarias) que (?:eu )?(?:continue|prossiga|escreva|desenvolva|acrescente|reveja)",
    "espero que (?:este|esta|o)",
    "se (?:quiser|desejar|precisar),? posso",
    "não hesite",
  ],
  announcing: [
    "neste capítulo,? (?:vamos|veremos|exploraremos|iremos|analisaremos|descobriremos)",
    "no próximo capítulo",
    "no capítulo seguinte",
  ],
  recalling: ["como (?:vimos|já (?:vimos|dissemos|mencionado|foi dito))", "conforme (?:vimos|mencionado)"],
  apologies: [
    "(?:sinto|lamento)(?: muito)?",
    "desculpe",
    "peço desculpa",
    "infelizmente",
    "como (?:uma? )?(?:modelo de linguagem|ia|inteligência artificial|assistente)",
  ],
  inabilities: ["não (?:posso|poderia|consigo|me é possível|estou autorizad[oa])"],
  numbered: "capítulo|seção|secção|parte",
};
