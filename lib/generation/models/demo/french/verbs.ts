const irregular = new Set(
  (
    "faire refaire dire redire lire relire écrire décrire vivre survivre suivre poursuivre prendre apprendre comprendre entreprendre reprendre surprendre vendre revendre rendre attendre entendre étendre descendre défendre répondre perdre mettre permettre promettre transmettre remettre admettre connaître reconnaître naître renaître paraître disparaître croire boire conduire construire reconstruire produire traduire réduire détruire cuire séduire introduire instruire plaire rire sourire suffire être battre combattre débattre vaincre convaincre résoudre coudre recoudre moudre peindre repeindre craindre atteindre éteindre rejoindre joindre teindre fondre confondre tordre mordre rompre interrompre conclure inclure élire interdire prédire nuire croître accroître " +
    "voir savoir pouvoir avoir devoir recevoir concevoir percevoir prévoir revoir vouloir valoir émouvoir asseoir apercevoir " +
    "étudier publier oublier vérifier crier marier relier plier trier copier confier remercier apprécier négocier associer varier parier skier scier initier lier nier réconcilier expédier photographier télégraphier approprier multiplier calligraphier"
  ).split(" "),
);

const ordinary = new Set(
  "dessiner chanter cuisiner jardiner voyager méditer danser nager marcher jouer créer aimer travailler manger parler enseigner éduquer débuter commencer recommencer réparer coder programmer jongler tricoter sculpter respirer rêver gérer communiquer investir économiser épargner entreprendre vieillir grandir dormir courir bâtir mourir réussir maigrir guérir partir sortir choisir réfléchir écouter penser argumenter improviser raconter enregistrer filmer monter peler planter semer cultiver composter déménager emménager voter militer participer".split(
    " ",
  ),
);

const nounsInIr =
  /^(?:plaisir|désir|avenir|souvenir|cuir|loisir|soupir|saphir|zéphyr|élixir|martyr|tir|menhir|k[eé]fir|fakir|[ée]mir|air|éclair|chair|clair|noir|soir|espoir|bazaar|nadir|vizir|devenir|casimir|vladimir|cachemir|safir)$/;
const nounsInEr =
  /^(?:mer|fer|hiver|enfer|ver|cancer|berger|boulanger|verger|potager|danger|oranger|étranger|fromager|passager|messager|léger|cher|amer|fier|hier|foyer|loyer|noyer|clocher|rocher|bûcher|plancher|boucher|archer|cocher|dîner|déjeuner|goûter|souper|poker|docker|designer|manager|leader|trader|influencer|freelancer|hacker|blogger|computer|power|master|server|user|newsletter|burger|twitter|flutter|jupiter|thriller|reporter|super|hyper|inter|over|under|after|enter|easter|water|paper|other|better|never|ever|peter|alter|cluster|router|scooter|sticker|tracker|container|joker|rocker|skipper|jumper|dealer|gamer|streamer|teaser|trailer|banner|layer|buffer|blender|tender|gender|order|border|spider|ladder|rider)$/;

const follows =
  /^(?:le|la|les|un|une|des|du|de|à|au|aux|en|son|sa|ses|mon|ma|mes|ton|ta|tes|sur|avec|sans|pour|dans|bien|mieux|plus|moins|vite|seul|seule|ensemble|comme|chez|par|leur|leurs|notre|nos|votre|vos|ce|cette|cet|ces|soi|autrement|face|entre|contre|et|ou|tout|tous|toute|toutes|quand|où|aujourd’hui|hors|chaque|deux|trois|\p{L}+ment|[ld]’\p{L}+)$/iu;

/** Whether the text opens with an infinitive (« apprendre à dormir », « ne pas se perdre »); doubt means no. */
export function opensWithInfinitive(text: string): boolean {
  const bare = text.replace(
    /^(?:ne (?:pas|plus|jamais) |bien |mieux |vraiment |enfin |s’en |s’|se |m’|me |y |en |nous |vous )+/i,
    "",
  );
  const [verb = "", next] = bare.toLowerCase().split(/[ ,]+/, 2);
  if (irregular.has(verb) || ordinary.has(verb)) return true;
  if (!/^\p{L}{3,}$/u.test(verb)) return false;
  const inIr = verb.endsWith("ir") && !/oir$/.test(verb) && !nounsInIr.test(verb);
  const inEr = verb.endsWith("er") && (!verb.endsWith("ier") || verb.endsWith("ifier")) && !nounsInEr.test(verb);
  return (inIr || inEr) && (bare !== text || (next !== undefined && follows.test(next)));
}

const finite =
  /(?:^| )(?:est|sont|était|étaient|ont|avait|avaient|sera|seront|serait|peut|peuvent|doit|doivent|va|vont|font|veut|veulent|reste|restent|devient|deviennent|n’est|c’est|j’ai|je|tu|il|elle|ils|elles|on|nous|vous|ne|a|as) /i;

/** Whether the text looks like a whole clause, which no article can govern. */
export const looksLikeClause = (text: string) => {
  const outsideRelatives = text.replace(/ (?:qui|que|qu’\p{L}+|dont|où) .*$/iu, "");
  return finite.test(` ${outsideRelatives} `.replace(/^ \S+ /, " "));
};
