import type { Phrases } from "./phrases.ts";

export const spanish: Phrases = {
  conclusions: [
    "(?:a modo de |en )?conclusi(?:ón|ones)",
    "para (?:concluir|terminar|finalizar)",
    "(?:palabras|reflexiones|consideraciones) finales",
  ],
  concluding: ["en conclusión", "para concluir", "a modo de conclusión", "para terminar"],
  works: "(?:texto|capítulo|sección|pasaje|versión|borrador)s?",
  handing: [
    "(?:aquí (?:está|tienes?|va)|a continuación|te presento|he aquí)",
    "(?:claro|por supuesto|desde luego|con mucho gusto)",
  ],
  offers: [
    "¿(?:quieres?|quiere|deseas?|te gustaría|le gustaría) que (?:continúe|siga|escriba|desarrolle|amplíe|añada|revise)",
    "si (?:lo deseas?|necesitas?|quieres?), puedo",
    "espero que (?:este|esta|te|le)",
    "no dudes? en",
  ],
  announcing: [
    "en este capítulo,? (?:vamos a|veremos|exploraremos|analizaremos|descubriremos)",
    "a lo largo de este capítulo",
    "en el (?:próximo|siguiente) capítulo",
  ],
  recalling: [
    "como (?:hemos|ya) (?:visto|vimos|mencionado|dicho)",
    "como se (?:ha )?(?:mencionó|mencionado)",
    "como vimos",
  ],
  apologies: [
    "lo siento",
    "lamento",
    "disculpa",
    "como (?:una? )?(?:modelo de lenguaje|ia|inteligencia artificial|asistente)",
  ],
  inabilities: ["no (?:puedo|podría|me es posible|estoy autorizad[oa])"],
  numbered: "capítulo|sección|parte",
};
