import fc from "fast-check";
import { expect, test } from "vitest";
import { openDocument } from "../open.ts";
import { typeset, typesetText } from "./typeset.ts";

const typesetMarkdown = async (markdown: string, language: string) =>
  (await typeset(await openDocument(markdown), language)).source;

/** « · » montre l’espace fine insécable, « ~ » l’espace insécable. */
const shown = (text: string) => text.replaceAll("\u202f", "·").replaceAll("\u00a0", "~");

const english = [
  ['"Yes," he said.', "“Yes,” he said."],
  ['He said "no", then "yes".', "He said “no”, then “yes”."],
  ["It's the dogs' bone, isn't it?", "It’s the dogs’ bone, isn’t it?"],
  ["'Tis the season, and 'twas so in '68 and the '90s.", "’Tis the season, and ’twas so in ’68 and the ’90s."],
  ["'Yes,' she said. 'It's late.'", "‘Yes,’ she said. ‘It’s late.’"],
  ["\"He called it 'odd', and left.\"", "“He called it ‘odd’, and left.”"],
  ['"He called it "odd" at once."', "“He called it ‘odd’ at once.”"],
  ["Rock 'n' roll for 'em all", "Rock ’n’ roll for ’em all"],
  ["What ? No ! Yes : well ; so", "What? No! Yes: well; so"],
  ["And then... nothing", "And then… nothing"],
  ["One thing -- or another - is left", "One thing — or another – is left"],
  ["An em dash—as written—stays, and so — does this.", "An em dash—as written—stays, and so — does this."],
  ['A 27" screen, 5\'10" tall, 48° 51\' 30" north', 'A 27" screen, 5\'10" tall, 48° 51\' 30" north'],
  ['**"Bold"** and *\'soft\'* and "`code`"', "**“Bold”** and *‘soft’* and “`code`”"],
  ["“Already” and ‘so’, it’s done", "“Already” and ‘so’, it’s done"],
  ['"The speech goes on', "“The speech goes on"],
  ["A ratio of 3 : 1 and a face :-)", "A ratio of 3 : 1 and a face :-)"],
  ["« Bonjour » in a lesson", "«Bonjour» in a lesson"],
  ["James' and Hans' hats, the 1960's", "James’ and Hans’ hats, the 1960’s"],
  ["The '20s' end", "The ’20s’ end"],
];

const spanish = [
  ['Dijo "hola" y se fue.', "Dijo «hola» y se fue."],
  ["Dijo “hola” y “adiós”.", "Dijo “hola” y “adiós”."],
  ['Dijo “hola”, y luego "adiós".', "Dijo “hola”, y luego “adiós”."],
  ["« Hola » y « adiós »", "«Hola» y «adiós»"],
  ['Escribió: "el "gran" día".', "Escribió: «el “gran” día»."],
  ["¿Qué ? ¡ Nada !", "¿Qué? ¡Nada!"],
  ["—Hola —dijo Juan—. ¿Vienes?", "—Hola —dijo Juan—. ¿Vienes?"],
  ["— Hola —dijo Juan—.", "—Hola —dijo Juan—."],
  ["-Hola -dijo Juan-. Vamos.", "—Hola —dijo Juan—. Vamos."],
  ["--¿Quién es?\n--Soy yo.", "—¿Quién es?\n—Soy yo."],
  ["Y entonces... nada", "Y entonces… nada"],
  ["El 20 % de los casos", "El 20·% de los casos"],
  ["La casa -grande- y el sufijo -ito", "La casa -grande- y el sufijo -ito"],
  ["Madrid - Toledo -- o casi", "Madrid – Toledo — o casi"],
  ["«Uno» y «dos», luego “tres”", "«Uno» y «dos», luego «tres»"],
  ["D'Artagnan llegó", "D’Artagnan llegó"],
];

const german = [
  ['Er sagte "ja" und ging.', "Er sagte „ja“ und ging."],
  ["Er sagte “ja” und „nein“.", "Er sagte „ja“ und „nein“."],
  ['Er sagte „ja" und ging.', "Er sagte „ja“ und ging."],
  ["»Ja«, sagte er, und »nein«.", "»Ja«, sagte er, und »nein«."],
  ['»Ja«, sagte er, "nein".', "»Ja«, sagte er, »nein«."],
  ["\"Sie rief: 'Halt!'\"", "„Sie rief: ‚Halt!‘“"],
  ['"Sie rief "Halt" und lief."', "„Sie rief ‚Halt‘ und lief.“"],
  ["Wie geht's? 's ist spät, und das ist 'ne Sache.", "Wie geht’s? ’s ist spät, und das ist ’ne Sache."],
  ["Hans' Haus, im Sommer '68", "Hans’ Haus, im Sommer ’68"],
  ["Das ist -- kurz gesagt - gut", "Das ist – kurz gesagt – gut"],
  ["Das ist – wie geschrieben – gut", "Das ist – wie geschrieben – gut"],
  ["Was ? Nein ! Doch : so", "Was? Nein! Doch: so"],
  ["z. B. 50 % und d. h. viel", "z.·B. 50·% und d.·h. viel"],
  ["„Er sagte ‚nein‘ und ging.“", "„Er sagte ‚nein‘ und ging.“"],
  ["Und dann...", "Und dann…"],
  ["« Ja » sagt man in Genf", "«Ja» sagt man in Genf"],
];

const italian = [
  ['Disse "sì" e uscì.', "Disse «sì» e uscì."],
  ["Disse “sì” e “no”.", "Disse “sì” e “no”."],
  ["« Sì », disse.", "«Sì», disse."],
  ["L'acqua dell'anno '68, un po' fredda", "L’acqua dell’anno ’68, un po’ fredda"],
  ['L\'"acqua" è fredda', "L’«acqua» è fredda"],
  ["Dell'`eco` si parla", "Dell’`eco` si parla"],
  ["– Ciao! – disse.", "–~Ciao! – disse."],
  ["— Ciao!", "—~Ciao!"],
  ['"Disse "mai" due volte."', "«Disse “mai” due volte.»"],
  ["Che cosa ? Niente !", "Che cosa? Niente!"],
  ["E poi...", "E poi…"],
  ["Il 20 % dei casi", "Il 20·% dei casi"],
  ["Perche' no? E' vero, 'sto tempo", "Perche’ no? E’ vero, ’sto tempo"],
  ["Roma - Milano", "Roma – Milano"],
];

const portuguese = [
  ['Disse "sim" e saiu.', "Disse “sim” e saiu."],
  ["Disse «sim» e «não».", "Disse «sim» e «não»."],
  ['Disse «sim» e "não".', "Disse «sim» e «não»."],
  ["« Sim », disse.", "«Sim», disse."],
  ["— Olá — disse ele.", "—~Olá — disse ele."],
  ["-Olá! Quem é?\n-Sou eu.", "—~Olá! Quem é?\n—~Sou eu."],
  ["–Olá", "–~Olá"],
  ["Um copo d'água", "Um copo d’água"],
  ['"Ele disse "nunca" duas vezes."', "“Ele disse ‘nunca’ duas vezes.”"],
  ["O quê ? Nada !", "O quê? Nada!"],
  ["E então...", "E então…"],
  ["Cerca de 20 % dos casos", "Cerca de 20·% dos casos"],
  ["Lisboa - Porto -- ou quase", "Lisboa – Porto — ou quase"],
];

const dutch = [
  ['Hij zei "ja" en ging.', "Hij zei “ja” en ging."],
  ["'Ja,' zei hij. 'Het is laat.'", "‘Ja,’ zei hij. ‘Het is laat.’"],
  ["'s Avonds in 's-Hertogenbosch, en 't is laat", "’s Avonds in ’s-Hertogenbosch, en ’t is laat"],
  ["Foto's, auto's en zo'n dag", "Foto’s, auto’s en zo’n dag"],
  ["In de zomer van '68 at ik 'n appel met m'n zus", "In de zomer van ’68 at ik ’n appel met m’n zus"],
  ["„Ja” en „nee”", "„Ja” en „nee”"],
  ["„Ja“, zei hij.", "“Ja”, zei hij."],
  ['„Ja” en "nee"', "„Ja” en „nee”"],
  ["Parijs' straten", "Parijs’ straten"],
  ["Wat ? Nee ! Goed : zo", "Wat? Nee! Goed: zo"],
  ["En toen...", "En toen…"],
  ["Het is - kort gezegd -- goed", "Het is – kort gezegd – goed"],
  ["\"Hij riep 'halt' en liep.\"", "“Hij riep ‘halt’ en liep.”"],
  ["Ongeveer 20 % van de gevallen", "Ongeveer 20·% van de gevallen"],
];

const all = { en: english, es: spanish, de: german, it: italian, pt: portuguese, nl: dutch };

test.each(
  Object.entries(all).flatMap(([language, cases]) =>
    cases.map(([plain = "", expected = ""]) => [language, plain, expected] as const),
  ),
)("en « %s », %j est composé", async (language, plain, expected) => {
  expect(shown(await typesetMarkdown(plain, language))).toBe(expected);
});

test.each([
  '`it\'s "a"...`',
  "```js\nlet a = 'it\\'s'; // \"what\" ?\n```",
  "    it's : code !",
  "[it's here !](https://example.org/it's?a=\"b\")",
  "<https://example.org/a?b=it's>",
  "https://example.org/it's?q=1;2:3!x",
  "<div title='l\"eau'>it's !</div>",
  "$f'(x) : y'$ and $$a_1' ; b_2'$$",
  "f'(x), g' = h and x' < y'",
  "| a | b |\n|:---|---: |\n| c | d |",
  "AT&amp;T at 10:30, std::vector, a.b?c, :smile: jean@ex.fr",
  'Isn\\\'t it\\! \\"a\\"',
  '# It\'s "a" title !',
  "../.../a and f(...args), --help, block--modifier, 1'000'000",
])("%j reste à l’octet près en toute langue", async (source) => {
  for (const language of Object.keys(all)) expect(await typesetMarkdown(source, language)).toBe(source);
});

test.each([
  ["en", 'It\'s "done"', "It’s “done”"],
  ["es", 'El "fin" ?', "El «fin»?"],
  ["de", 'Der "Anfang"', "Der „Anfang“"],
  ["it", 'L\'"inizio"', "L’«inizio»"],
  ["pt", 'O "fim"', "O “fim”"],
  ["nl", '\'s Avonds "thuis"', "’s Avonds “thuis”"],
])("un titre en « %s » est composé comme du texte", (language, plain, expected) => {
  expect(typesetText(plain, language)).toBe(expected);
});

test("une langue dont on n’écrit pas de livre ne change rien", async () => {
  const text = "Он сказал \"да\"... 'нет' !";
  expect(await typesetMarkdown(text, "ru")).toBe(text);
  expect(typesetText(text, "ru")).toBe(text);
});

const atom = fc.constantFrom(
  ..."l'eau|mot|Mot| | |!|?|:|;|\"|'|«|»|“|”|„|‚|‘|’|...|-|--|—|*|**|_|`|\n|\n\n|> |- |# |## |$|\\|<b>|</b>|[|](u)|&amp;|\u00a0|\u202f|%|1|12|~~|¿|z. B.|'s|n'|(|)|,|.".split(
    "|",
  ),
  "|",
);
const source = fc.array(atom, { maxLength: 40 }).map((atoms) => atoms.join(""));

test("composer deux fois n’y change rien, et aucun mot n’est ajouté, ôté ni soudé", async () => {
  await fc.assert(
    fc.asyncProperty(source, fc.constantFrom(...Object.keys(all)), async (markdown, language) => {
      const once = await typeset(await openDocument(markdown), language);
      expect((await typeset(once, language)).source).toBe(once.source);
      expect(once.words).toBe((await openDocument(markdown)).words);
    }),
    { numRuns: 1500 },
  );
});
