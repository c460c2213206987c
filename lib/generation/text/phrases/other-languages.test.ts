import { expect, test } from "vitest";
import { isRefusal } from "../../models/refusal.ts";
import { concludes, withoutFormula } from "../../quality/structure.ts";
import { announces, withoutOffer } from "../courtesies.ts";
import { speaksOfPlan } from "./other-languages.ts";

test.each([
  ..."Conclusión|En conclusión|Para concluir: el pan|Reflexiones finales|Fazit|Zum Schluss|Schlussfolgerungen".split(
    "|",
  ),
  ..."Conclusione|In conclusione|Considerazioni finali|Conclusão|Considerações finais|Tot slot|Conclusie|Slotwoord".split(
    "|",
  ),
])("« %s » est le titre d’une conclusion", (heading) => {
  expect(concludes(heading)).toBe(true);
});

test.each(
  "Para terminar la masa|Die Schlussglocke|Der Abschluss der Lehre|Per finire la cottura|La conclusione del contratto|Para concluir o pão|Het slot op de deur|Het besluit van de koning|Schlüsse ziehen|Las conclusiones de Darwin".split(
    "|",
  ),
)("« %s » n’en est pas une", (heading) => {
  expect(concludes(heading)).toBe(false);
});

test.each([
  ["En conclusión, el pan sube.", "El pan sube."],
  ["Zum Schluss: das Brot ist fertig.", "Das Brot ist fertig."],
  ["Per concludere, il pane lievita.", "Il pane lievita."],
  ["Em conclusão, o pão cresce.", "O pão cresce."],
  ["Tot slot, het brood rijst.", "Het brood rijst."],
  ["Abschließend, so der Bäcker, ruht der Teig.", "So der Bäcker, ruht der Teig."],
])("« %s » perd sa formule", (text, left) => {
  expect(withoutFormula(text)).toBe(left);
});

test.each([
  "Aquí está el capítulo solicitado:",
  "¡Claro! Aquí tienes el texto:".slice(1),
  "Hier ist das gewünschte Kapitel:",
  "Gerne! Hier ist der Text:",
  "Ecco il capitolo richiesto:",
  "Certo, ecco il testo:",
  "Aqui está o capítulo:",
  "Claro! Segue o texto revisado:",
  "Hier is het gevraagde hoofdstuk:",
  "Natuurlijk! Hier volgt de tekst:",
])("« %s » annonce un texte à qui l’a demandé", (line) => {
  expect(announces(line)).toBe(true);
});

test.each([
  "Aquí está el texto de la carta:",
  "Claro que el pan sube: es la levadura.",
  "Hier ist der Text des Briefes:",
  "Natürlich wächst das Korn: es regnet.",
  "Ecco il pane:",
  "Ecco il testo della legge:",
  "Aqui está o pão:",
  "Hier is het brood:",
  "Hier is de tekst van de brief:",
  "Certo, il forno è caldo.",
])("« %s » est du livre", (line) => {
  expect(announces(line)).toBe(false);
});

test.each([
  "¿Quieres que continúe con el siguiente capítulo?",
  "Espero que este texto te sirva.",
  "Möchten Sie, dass ich weiterschreibe?",
  "Ich hoffe, dieser Text gefällt Ihnen.",
  "Vuoi che continui con il prossimo capitolo?",
  "Spero che questo testo vada bene.",
  "Quer que eu continue?",
  "Espero que este capítulo ajude.",
  "Zal ik verder schrijven?",
  "Laat me weten of dit goed is.",
])("« %s » en fin de texte s’adresse à qui l’a demandé", (line) => {
  expect(withoutOffer(`El pan sube.\n\n${line}`)).toBe("El pan sube.");
});

test.each([
  "Lo siento, no puedo ayudarte con esta solicitud.",
  "Como modelo de lenguaje, no puedo escribir este capítulo.",
  "Es tut mir leid, aber ich kann diese Anfrage nicht bearbeiten.",
  "Leider kann ich dabei nicht helfen.",
  "Mi dispiace, ma non posso aiutarti con questa richiesta.",
  "Purtroppo non sono in grado di scrivere questo testo.",
  "Desculpe, não posso ajudar com isso.",
  "Infelizmente, não consigo escrever este capítulo.",
  "Het spijt me, maar ik kan hier niet bij helpen.",
  "Helaas kan ik dit hoofdstuk niet schrijven.",
])("« %s » est un refus", (text) => {
  expect(isRefusal(text)).toBe(true);
});

test.each([
  "El panadero lo siente: no puede abrir hoy.",
  "Leider regnet es nicht.",
  "—Lo siento, no puedo —dijo Juan.",
  "„Es tut mir leid, ich kann nicht“, sagte er.",
  "Purtroppo il pane non lievita senza acqua.",
  "Infelizmente o pão não cresce sem água.",
  "Helaas is het brood niet gerezen.",
  "No puedo olvidar aquel invierno.",
  "Ich kann den Winter nicht vergessen.",
  "Não posso esquecer aquele inverno.",
])("« %s » n’en est pas un", (text) => {
  expect(isRefusal(text)).toBe(false);
});

test.each([
  ["En este capítulo veremos cómo sube el pan.", true],
  ["Como hemos visto, la masa descansa.", true],
  ["In diesem Kapitel werden wir den Teig kneten.", true],
  ["Wie bereits erwähnt, ruht der Teig.", true],
  ["In questo capitolo vedremo la farina.", true],
  ["Il riposo, come abbiamo visto, è lungo.", true],
  ["Neste capítulo, vamos conhecer a farinha.", true],
  ["Como vimos, a massa descansa.", true],
  ["In dit hoofdstuk bekijken we het deeg.", true],
  ["Zoals we hebben gezien, rust het deeg.", true],
  ["El pan sube en este horno.", false],
  ["Wie der Bäcker sieht, ruht der Teig.", false],
  ["Come il pane, la pasta riposa.", false],
  ["Como o pão, a massa descansa.", false],
  ["Zoals het brood rust het deeg.", false],
])("« %s » parle-t-elle du plan ? %s", (sentence, does) => {
  expect(speaksOfPlan(sentence)).toBe(does);
});
