import { declines as declinesElsewhere } from "../text/phrases/other-languages.ts";

/** Matches between no other letters: `\b` knows no accent. */
const anyOf = (...phrases: string[]) => new RegExp(`(?<!\\p{L})(?:${phrases.join("|")})(?!\\p{L})`, "iu");
const first = (pattern: RegExp) => new RegExp(`^${pattern.source}`, "iu");

const sorry = first(anyOf("je suis (?:désolée?|navrée?)", "(?:désolée?|navrée?),", "i[’']m sorry", "i am sorry"));
const regret = first(
  anyOf(
    "je suis (?:vraiment|sincèrement|profondément) désolée?",
    ...[
      "pardon,? mais",
      "pardonnez-moi",
      "(?:toutes )?mes excuses,?",
      "je regrette,? mais",
      "je m[’']excuse",
      "malheureusement",
      "merci (?:pour|de) votre",
    ],
    ...["i[’']m (?:really|very|so) sorry", "sorry,? (?:but|i)", "i apologi[sz]e", "i regret"],
    ...["(?:my )?apologies", "i[’']m afraid"],
    ...["unfortunately", "thank you for"],
  ),
);
const machine = anyOf(
  "en tant (?:que |qu[’'])(?:une? |votre )?(?:assistante?|ia|intelligence artificielle|modèle)",
  "as an? (?:ai|assistant|(?:large )?language model)",
);
const unable = anyOf(
  ...["je ne (?:peux|puis|pourrais?) (?:malheureusement |donc )?pas", "je ne saurais", "je n[’']ai pas le droit"],
  ...["il (?:m[’']est|ne m[’']est pas) (?:im)?possible", "je préfère ne pas", "je (?:décline|refuse)"],
  "je ne suis (?:malheureusement )?pas (?:en mesure|autorisée?|habilitée?|capable)",
  ...["je dois (?:refuser|décliner)", "i (?:can[’']?t|can ?not|won[’']t|(?:must )?(?:decline|refuse))"],
  "i(?:[’']m| am) (?:unable|not (?:able|allowed|comfortable))",
);
const service = anyOf(
  ..."rédiger,produire,fournir,générer,répondre,aider,assister,satisfaire,donner suite".split(","),
  ..."write,provide,produce,generate,assist,help,comply,fulfill?".split(","),
);
const task = anyOf(
  service.source,
  ..."écrire,traiter,aborder,développer,poursuivre,continuer,créer,accéder".split(","),
  ..."discuss,continue,create,engage,go on".split(","),
);
const request = anyOf(
  "(?:(?:ce|cette|votre|la présente|un tel|une telle)|(?:ce|le) (?:type|genre) de) (?:demande|requête|consigne|chapitre|section|partie|passage|contenu|sujet|thème|livre|texte)",
  "(?:this|that|your|such|the requested|(?:this|that) (?:kind|type) of) (?:request|chapter|section|passage|content|topic|subject|book|text)",
  "(?:assist|help)(?: you)? with (?:this|that)",
);

/** Whoever speaks of his rules speaks as a machine. */
const rules = anyOf(
  ...["(?:mes|des) (?:règles|principes|consignes)", "(?:règles|conditions|politiques?) d[’']utilisation"],
  "(?:my|our|usage|content|safety) (?:guidelines?|rules?|polic(?:y|ies)|principles?)",
);
/** What only the one who asked for it can mean. */
const assigned = anyOf(
  "(?:ce chapitre|cette section|cette demande|cette requête|cette consigne|cette conversation)(?! de (?:ma|mon|sa|son|notre|leur) )",
  "(?:this|that|your) (?:request|chapter|section|conversation)(?! of (?:my|his|her|our|their) )",
);

const refuses = anyOf("je (?:décline|refuse)", "i (?:decline|refuse)");

/** A shorter text that begins like a refusal is one; a longer one must speak of the request. */
const maxShortCharacters = 400;
/** So short, it has not to say what it declines. */
const maxBareCharacters = 40;
const opensUnable = new RegExp(`^(?:non, |no, )?${unable.source}`, "iu");
const spoken = /^[«"“—–-]/;

function openingOf(text: string): string[] {
  const [paragraph = ""] = text
    .replace(/^(?:\s*#{1,6} .*(?:\n+|$))+/, "")
    .trim()
    .split(/\n\s*\n/, 1);
  const sentences = paragraph.slice(0, 1000).split(/(?<=[.!?…])\s+/);
  return sentences.slice(0, 2).map((sentence) => sentence.replace(/^(?:cependant|toutefois|mais|however|but),? /i, ""));
}

/** A book may say that one cannot write « sans trembler ». */
function declines(sentence: string): boolean {
  if (spoken.test(sentence) || !unable.test(sentence)) return false;
  if (machine.test(sentence)) return service.test(sentence) || request.test(sentence);
  if (sorry.test(sentence) || regret.test(sentence))
    return task.test(sentence) && (request.test(sentence) || assigned.test(sentence));
  if (rules.test(sentence)) return task.test(sentence) || request.test(sentence);
  if (!opensUnable.test(sentence) || /(?:sans|without) /i.test(sentence)) return false;
  if ((task.test(sentence) || refuses.test(sentence)) && assigned.test(sentence)) return true;
  return service.test(sentence) && request.test(sentence);
}

/** A refusal may go on at length: its beginning decides. */
export function isRefusal(text: string): boolean {
  const opening = openingOf(text);
  if (opening.some(declines)) return true;
  const [sentence = ""] = opening;
  if (text.trim().length >= maxShortCharacters) return false;
  if (declinesElsewhere(opening.join(" "))) return true;
  if (sorry.test(sentence)) return true;
  if (opensUnable.test(sentence))
    return text.trim().length < maxBareCharacters || task.test(sentence) || request.test(sentence);
  const begins = regret.test(sentence) || machine.test(sentence);
  return begins && !spoken.test(sentence) && opening.some((one) => unable.test(one));
}
