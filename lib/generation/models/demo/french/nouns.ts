const masculine = new Set(
  "yoga pain vin café thé chocolat fromage miel levain potager jardin vélo football tennis rugby judo karaté golf ski surf basket piano violon chant théâtre cinéma dessin tricot crochet bricolage sport sommeil stress bonheur temps argent budget climat bois feu vent ciel soleil silence corps cerveau cœur travail métier marketing leadership coaching storytelling droit latin grec français anglais espagnol allemand italien japonais chinois arabe breton bonsaï compost deuil couple rire pardon courage hasard langage roman conte poème livre numérique web internet blues jazz rock rap reggae tango cirque mime cheval chien chat loup moyen-âge zen tarot origami poker bridge design code béton papier verre cuir lin coton sel sucre riz maïs blé potimarron télétravail recyclage nucléaire solaire hydrogène cidre beurre".split(
    " ",
  ),
);
const feminine = new Set(
  "cuisine musique danse peinture poésie mer montagne forêt rivière pluie neige lune nuit lumière ombre couleur terre eau nature mode voile marche course natation randonnée escalade gymnastique boxe pêche chasse voiture moto maison ville campagne école famille enfance adolescence vieillesse mort vie santé peur colère joie tristesse amitié confiance mémoire histoire géographie langue grammaire orthographe lecture littérature philosophie psychologie sociologie science physique chimie biologie médecine économie finance bourse banque politique démocratie justice loi guerre paix religion foi art-thérapie sculpture poterie céramique couture broderie menuiserie ébénisterie vannerie mosaïque photographie photo vidéo radio télévision presse publicité vente négociation communication logistique gestion comptabilité entreprise robotique informatique cybersécurité mécanique électricité plomberie maçonnerie agriculture permaculture apiculture viticulture bière pâtisserie boulangerie gastronomie fermentation nutrition alimentation parentalité naissance grossesse retraite solitude patience gratitude méditation hypnose relaxation respiration créativité écriture calligraphie typographie traduction bretagne provence normandie corse".split(
    " ",
  ),
);

const masculineEndings =
  /(?:[^pl]lage|[bcdfhjkmnqrstvwxz]age|[eé]age|[aiou]isme|[b-df-hj-np-tv-z]isme|[gpsvrlctdu]ement|iment|eau)$/;
const feminineEndings =
  /(?:[aeiouyéè]tion|[cnpr]tion|[aeioun]ssion|[rlu]sion|ité|eté|logie|graphie|sophie|nomie|métrie|thérapie|culture|ature|iture|ence|ance|ette|itude|esse|euse)$/;
const traps =
  /^(?:image|images|page|plage|cage|rage|nage|étage|silence|comité|traité|été|côté|président|squelette|ance|science|france|dance|finance|balance|freelance|performance|experience|intelligence|audience|evidence|presence|absence|difference|reference|sequence|influence|violence|patience|distance|instance|ambiance|alliance|assurance|future|nature|feature|signature|literature|business|stewardess|process|wilderness|fitness|wellness|awareness|mindfulness|happiness|chess|princess)$/;
const known = new Set(
  "science finance balance performance intelligence absence influence violence patience distance ambiance alliance assurance nature signature présence différence référence séquence expérience audience".split(
    " ",
  ),
);

const complement =
  /^(?:de|du|des|d’\p{L}+|à|au|aux|en|pour|dans|sur|sous|chez|sans|avec|par|entre|après|avant|contre|vers|\p{L}+(?:iques?|elles?|els?|ien(?:ne)?s?|ales?|aux|al|ées?|és|euses?|eux|ives?|ifs?|aires?|ables?|ibles?|aise?s?|oise?s?|antes?|ant|entes?|ent|istes?)|moderne|ancien|ancienne|libre|vert|verte|noir|noire|blanc|blanche|lent|lente|douce|doux|artificielle|positive|humaine|humain|romaine|romain|grecque|profond|profonde|gothique|quantique|locale|local)$/iu;

export type Gender = "masculine" | "feminine";

/** The gender of a singular phrase typed without its article (« jardinage », « cuisine bretonne »); undefined in doubt. */
export function genderOf(phrase: string): Gender | undefined {
  const [noun = "", next] = phrase.split(" ");
  const word = noun.toLowerCase();
  if (next !== undefined && !complement.test(next)) return undefined;
  if (/ (?:et|ou|&|and|the|of|for|with|vs\.?) /i.test(` ${phrase} `) || noun === noun.toUpperCase()) return undefined;
  if (masculine.has(word)) return "masculine";
  if (feminine.has(word) || known.has(word)) return "feminine";
  if (traps.test(word)) return undefined;
  if (masculineEndings.test(word)) return "masculine";
  return feminineEndings.test(word) ? "feminine" : undefined;
}
