/** Splits a list at its commas. A French adjective that agrees is written « masculin/féminin ». */
const split = (text: string) => text.trim().split(/\s*,\s*/);

const french = {
  masculine:
    split(`chemin, jardin, métier, savoir, geste, regard, silence, matin, village, marché, voyage, carnet, outil,
    atelier, dessin, récit, calcul, repas, climat, rythme, courant, rivage, feu, bois, métal, tissu, papier, fil, pain,
    sel, blé, arbre, fruit, chant, conte, théâtre, pont, quai, phare, bateau, port, sentier, lac, fleuve, ruisseau,
    vent, nuage, orage, hiver, printemps, artisan, lecteur, boulanger, berger, marin, apprenti`),
  feminine: split(`lumière, méthode, patience, mesure, question, réponse, mémoire, maison, fenêtre, rue, place, ville,
    campagne, forêt, rivière, montagne, saison, récolte, recette, farine, pâte, cuisson, terre, pierre, argile, laine,
    toile, couleur, forme, ligne, page, lettre, phrase, histoire, leçon, école, famille, voisine, idée, image, carte,
    route, plage, vague, marée, brume, pluie, neige, graine, racine, feuille, fleur, abeille, lectrice, musicienne`),
  adjectives: split(`ancien/ancienne, calme, discret/discrète, durable, fragile, généreux/généreuse, léger/légère,
    lent/lente, modeste, patient/patiente, précieux/précieuse, précis/précise, profond/profonde, rare, solide,
    régulier/régulière, sage, sincère, sombre, souple, tranquille, vaste, vif/vive, utile, sobre, clair/claire,
    étroit/étroite, familier/familière, fidèle, franc/franche, humble, immense, inattendu/inattendue, subtil/subtile,
    lointain/lointaine, minuscule, naturel/naturelle, obscur/obscure, ordinaire, paisible, pâle, prudent/prudente,
    rustique, sauvage, secret/secrète, singulier/singulière, tiède, timide, vivant/vivante, mûr/mûre`),
  verbs:
    split(`transforme, éclaire, prolonge, accompagne, rappelle, prépare, protège, révèle, précède, complète, adoucit,
    renforce, traverse, nourrit, découvre, garde, partage, organise, simplifie, corrige, raconte, compare, observe,
    respecte, retrouve, change, annonce, conserve, déplace, distingue, entoure, équilibre, évoque, explique, façonne,
    guide, imite, inspire, libère, modifie, montre, nuance, occupe, oriente, porte, rapproche, recueille, relie,
    remplace, résume, rejoint, soutient, surprend, touche, trouble, valorise`),
  adverbs:
    split(`lentement, souvent, parfois, doucement, longtemps, vraiment, aussitôt, peu à peu, sans bruit, chaque jour,
    volontiers, à sa manière, de loin, avec soin, sans hâte, autrement, toujours, en secret`),
  starters: split(`Chaque matin, Au fil des mois, D’ordinaire, Le plus souvent, À l’inverse, Par exemple, De son côté,
    Avec le temps, Dans la pratique, Sans surprise, Depuis longtemps, À cette heure, En chemin, Pour commencer,
    Un peu plus loin, Certains jours, À première vue, En toute saison, Au bout du compte, Dès le début`),
  links:
    split(`tandis que, pendant que, parce que, dès que, alors que, là où, quand, si bien que, puisque, et, mais, car,
    lorsque, sans oublier que`),
};

const english = {
  masculine: split(`path, garden, craft, gesture, silence, morning, village, market, journey, notebook, tool, workshop,
    drawing, story, meal, climate, rhythm, current, shore, fire, wood, metal, fabric, paper, thread, bread, salt, wheat,
    tree, fruit, song, tale, theatre, bridge, harbour, lighthouse, boat, trail, lake, river, stream, wind, cloud, storm,
    winter, spring, craftsman, reader, baker, shepherd, sailor, apprentice`),
  feminine: split(`light, method, patience, measure, question, answer, memory, house, window, street, square, town,
    countryside, forest, mountain, season, harvest, recipe, flour, dough, earth, stone, clay, wool, canvas, colour,
    shape, line, page, letter, sentence, lesson, school, family, neighbour, idea, picture, map, road, beach, wave, tide,
    mist, rain, snow, seed, root, leaf, flower, bee, musician`),
  adjectives:
    split(`ancient, calm, discreet, lasting, fragile, generous, light, slow, modest, patient, precious, precise,
    deep, rare, regular, wise, sincere, solid, dark, supple, quiet, vast, lively, useful, sober, clear, narrow, familiar,
    faithful, frank, humble, immense, unexpected, distant, tiny, natural, obscure, ordinary, peaceful, pale, careful,
    rustic, wild, secret, singular, subtle, warm, shy, living, ripe`),
  verbs: split(`transforms, brightens, extends, accompanies, recalls, prepares, protects, reveals, precedes, completes,
    softens, strengthens, crosses, feeds, discovers, keeps, shares, organises, simplifies, corrects, tells, compares,
    observes, respects, finds, changes, announces, preserves, moves, distinguishes, surrounds, balances, evokes,
    explains, shapes, guides, imitates, inspires, frees, modifies, shows, occupies, carries, gathers, connects, replaces,
    joins, supports, surprises, touches, troubles, values`),
  adverbs: split(`slowly, often, sometimes, gently, for a long time, truly, at once, little by little, without a sound,
    every day, willingly, in its own way, from afar, with care, without haste, otherwise, always, in secret`),
  starters: split(`Every morning, Over the months, As a rule, Most of the time, By contrast, For example, On its side,
    With time, In practice, Not surprisingly, For ages now, At this hour, Along the way, To begin with, A little further,
    On some days, At first sight, In every season, In the end, From the start`),
  links: split(`while, because, as soon as, whereas, where, when, so that, since, and, but, for, whenever, as long as`),
};

export const vocabulary = { fr: french, en: english };
