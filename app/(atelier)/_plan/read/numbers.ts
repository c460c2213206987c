const letters: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const romanShape = /^c?(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** Reads a Roman number as it is rightly written; undefined for any other word. */
export function readRoman(text: string): number | undefined {
  if (text === "" || !romanShape.test(text)) return undefined;
  const values = Array.from(text.toLowerCase(), (letter) => letters[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

const words = [
  ["premier", "première", "un", "une", "one", "first", "eins", "uno", "um"],
  ["deux", "deuxième", "second", "seconde", "two", "zwei", "dos", "due", "dois"],
  ["trois", "troisième", "three", "drei", "tres", "tre", "três"],
  ["quatre", "quatrième", "four", "vier", "cuatro", "quattro", "quatro"],
  ["cinq", "cinquième", "five", "fünf", "cinco", "cinque"],
  ["six", "sixième", "sechs", "seis", "sei"],
  ["sept", "septième", "seven", "sieben", "siete", "sette", "sete"],
  ["huit", "huitième", "eight", "acht", "ocho", "otto", "oito"],
  ["neuf", "neuvième", "nine", "neun", "nueve", "nove"],
  ["dix", "dixième", "ten", "zehn", "diez", "dieci", "dez"],
  ["onze", "eleven", "elf", "once", "undici"],
  ["douze", "twelve", "zwölf", "doce", "dodici", "doze"],
];

const byWord = new Map(words.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])));

export const readNumberWord = (text: string): number | undefined => byWord.get(text.toLowerCase());
