import type { WarningCode } from "#lib/contract/warning.ts";

/** What a warning means to a reader, and what to do about it; its message has the figure. */
export const explanations: Record<WarningCode, { name: string; meaning: string }> = {
  length: {
    name: "Longueur",
    meaning:
      "Le chapitre s’écarte nettement de la longueur demandée. Il peut être bon\u202f: lisez-le avant de le juger.",
  },
  language: {
    name: "Langue",
    meaning:
      "Des phrases ou des titres ne sont pas dans la langue du livre. Cherchez-les, et gardez ce qui est une citation.",
  },
  repetition: {
    name: "Tournures",
    meaning: "Les mêmes suites de mots reviennent trop souvent. Variez-les, sauf si le refrain est voulu.",
  },
  duplicate: {
    name: "Redites",
    meaning: "Un passage dit presque mot pour mot ce qu’un autre a dit. Gardez le meilleur des deux.",
  },
  opening: {
    name: "Début",
    meaning: "Le chapitre commence par les mots d’un autre. Une première phrase récrite suffit.",
  },
  conclusion: {
    name: "Fin",
    meaning:
      "Le chapitre conclut comme si le livre finissait. Ses dernières phrases se coupent d’ordinaire sans dommage.",
  },
  term: {
    name: "Définitions",
    meaning: "Un terme est défini plusieurs fois. Gardez une définition, et vérifiez qu’elle vaut partout.",
  },
  structure: {
    name: "Structure",
    meaning: "Les titres, ou ce qui entoure le texte, ne sont pas ceux d’un chapitre. C’est vite corrigé à la main.",
  },
  genre: {
    name: "Genre",
    meaning:
      "Il manque au chapitre ce que son genre promet\u202f: des exercices à un cours, des vers à un recueil, des entrées à un ouvrage de référence.",
  },
  style: {
    name: "Style",
    meaning:
      "Ce qu’un lecteur remarque d’abord\u202f: redites d’une phrase à l’autre, formules, listes d’éléments pareils. Relisez ces passages.",
  },
  report: {
    name: "Rapport de lecture",
    meaning:
      "L’avis d’un modèle sur le texte fini, avec le passage sur lequel il se fonde. C’est un avis\u202f: lisez le passage, et jugez vous-même.",
  },
  continuity: {
    name: "Continuité",
    meaning:
      "Un modèle a comparé le chapitre à ce que les précédents ont établi. Relisez les deux passages avant de trancher\u202f: il peut se tromper.",
  },
  research: {
    name: "Recherche",
    meaning:
      "Ce chapitre n’a pas de documentation à lui\u202f: il s’appuie sur la première recherche, faite pour le livre entier.",
  },
  voice: {
    name: "Voix",
    meaning:
      "Le texte s’éloigne de la voix choisie à la commande, d’après ce qui s’en compte. Lisez une page\u202f: l’oreille juge mieux que le compte.",
  },
  documents: {
    name: "Documents",
    meaning:
      "Un document choisi pour le livre n’a servi à aucun chapitre. S’il devait y servir, reprenez ses mots dans le sujet ou dans le plan.",
  },
  rewriting: {
    name: "Récriture refusée",
    meaning:
      "Une récriture aurait perdu ce que le passage contient (formules, lignes, noms, nombres)\u202f: il est resté tel quel. Corrigez-le à la main, si besoin.",
  },
  translation: {
    name: "Traduction",
    meaning:
      "La traduction a été comparée à l’original, passage par passage. Ce qui s’en écarte est à relire, l’original à côté.",
  },
};
