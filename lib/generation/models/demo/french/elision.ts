/** Words whose h forbids elision, by their beginning; every other h is mute. */
const aspirated =
  /^(?:hach|hack|hai|hal[lot]|halt|ham[acps]|hameau|hanch|hand|hang|hant|happ|harc|hard|harem|hareng|hargn|haricot|harnais|harp|hasard|hât|hat|hauss|haut|havr|hay|heaum|hér(?:iss|on|os$)|herni|heurt|hibou|hic|hid|hiér|hip|hiss|hobby|hoch|hockey|holding|holl|homard|hongr|hont|hoquet|hors|hott|houbl|houe|houill|houl|hourra|houss|houx|hublot|huche|huit|hurl|hussard|hutt|hugo|haï|hip-hop|hindi)/i;

/** Vowels that take no elision: onze, oui, yoga, a lone letter. */
const stubborn = /^(?:onz|oui|ouistiti|yacht|yaourt|yen|yoga|yéti|yiddish|yog|you|yeti|un$|[a-zœæ]$)/iu;
const acronymVowel = /^[AEIOULFHMNRSX]\p{Lu}/u;

/** Whether le, la, de lose their vowel before this text (« l’eau », « d’apprendre », but « le haricot »). */
export function elides(text: string): boolean {
  const first = text.match(/^[\p{L}\p{N}-]+/u)?.[0] ?? "";
  if (/^\p{Lu}{2,4}$/u.test(first)) return acronymVowel.test(first) && !/^[LFHMNRSX]/.test(first);
  if (stubborn.test(first)) return false;
  if (/^h/i.test(first)) return !aspirated.test(first);
  return /^[aeiouyàâäæéèêëîïôöœùûü]/i.test(first) && !/^y[aeiou]/i.test(first);
}

/** « de » before a text without article: d’eau, de pain. */
export const deBefore = (text: string) => (elides(text) ? `d’${text}` : `de ${text}`);
