import { expect, test } from "vitest";
import { countLanguage, isForeign } from "./detect.ts";

const shareIn = async (text: string, language: string) => {
  const { words, own } = await countLanguage(text, language);
  return words === 0 ? undefined : own / words;
};

test.each([
  ["es", "A galgo viejo, echádle liebre, no conejo."],
  ["es", "Aceite y romero frito, bálsamo bendito."],
  ["es", "Abre la boca que te va la sopa."],
  ["es", "Los niños juegan en el parque todas las tardes."],
  ["pt", "O segundo casamento é o triunfo da esperança sobre a experiência."],
  ["pt", "As crianças brincam no parque todas as tardes."],
  ["pt", "Misture a farinha com a água morna e espere uma hora."],
  ["it", "Che cosa distingue George Washington, Richard Nixon e Ronald Reagan?"],
  ["it", "I bambini giocano nel parco tutti i pomeriggi."],
  ["it", "Mescolate la farina con l’acqua e aspettate un’ora."],
  ["de", "Der Rabe Ralf ruft schaurig in die Nacht."],
  ["de", "Die Kinder spielen im Park unter den Linden."],
  ["nl", "De hond eet ’s avonds in de keuken."],
  ["nl", "De kinderen spelen in het park onder de bomen."],
])("une phrase en « %s » qui ressemble à sa voisine est de sa langue : %s", async (language, sentence) => {
  expect(await shareIn(sentence, language)).toBe(1);
});

test.each([
  ["es", "O padeiro acorda muito cedo e acende o forno antes de amassar o pão."],
  ["es", "Il fornaio si sveglia molto presto e accende il forno prima di impastare."],
  ["es", "El forner es lleva molt d’hora i encén el forn abans de pastar el pa."],
  ["pt", "El panadero se despierta muy temprano y enciende el horno antes de amasar."],
  ["pt", "Il fornaio si sveglia molto presto e accende il forno prima di impastare."],
  ["it", "El panadero se despierta muy temprano y enciende el horno antes de amasar."],
  ["it", "O padeiro acorda muito cedo e acende o forno antes de amassar o pão."],
  ["de", "De bakker staat heel vroeg op en steekt de oven aan voor hij het deeg kneedt."],
  ["nl", "Der Bäcker steht sehr früh auf und heizt den Ofen an, bevor er den Teig knetet."],
  ["de", "The baker wakes very early and lights the oven before he kneads the dough."],
  ["en", "De bakker staat heel vroeg op en steekt de oven aan voor hij het deeg kneedt."],
  ["fr", "Il fornaio si sveglia molto presto e accende il forno prima di impastare."],
])("dans un livre en « %s », une phrase de sa voisine n’est pas de sa langue : %s", async (language, sentence) => {
  expect(await shareIn(sentence, language)).toBe(0);
});

const titles = {
  es: ["La historia del trigo", "Las herramientas del panadero", "Amasar sin prisa", "El horno y el tiempo"],
  pt: ["A história do trigo", "As ferramentas do padeiro", "Amassar sem pressa", "O forno e o tempo"],
  it: ["La storia del grano", "Gli attrezzi del fornaio", "Impastare senza fretta", "Il forno e il tempo"],
  de: ["Die Geschichte des Weizens", "Das Werkzeug des Bäckers", "Kneten ohne Eile", "Der Ofen und die Zeit"],
  nl: ["De geschiedenis van de tarwe", "Het gereedschap van de bakker", "Kneden zonder haast", "De oven en de tijd"],
  fr: ["L’histoire du blé", "Les outils du boulanger", "Pétrir sans hâte", "Le four et le temps"],
  en: ["The history of wheat", "The tools of the baker", "Kneading without haste", "The oven and the time"],
};

test.each(Object.entries(titles))(
  "des titres en « %s » n’y sont pas étrangers, et le sont ailleurs",
  async (own, texts) => {
    for (const language of Object.keys(titles))
      expect([language, await isForeign(texts, language)]).toEqual([language, language !== own]);
  },
);

test.each([
  ["es", ["Docker", "Kubernetes", "El despliegue continuo", "Terraform y Ansible"]],
  ["de", ["Machine Learning", "Deep Learning", "Das Training", "Die Evaluation"]],
  ["it", ["React Server Components", "Il cache", "Next.js App Router", "Il passaggio in produzione"]],
  ["pt", ["Pull requests", "O fluxo de trabalho com Git", "Code review"]],
  ["nl", ["Docker", "Kubernetes", "De cache", "Pull requests"]],
])("des termes anglais dans des titres en « %s » ne les rendent pas étrangers", async (language, texts) => {
  expect(await isForeign(texts, language)).toBe(false);
});
