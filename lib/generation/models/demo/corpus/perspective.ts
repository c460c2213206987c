import { type Archetype, archetype } from "./archetype.ts";

export const perspective: Archetype[] = [
  archetype({
    key: "scale",
    arc: 0.37,
    titles: ["De près, de loin", "Changer d'échelle", "La loupe et la colline"],
    named: "Voir {le} de près et de loin",
    description:
      "Une même chose se comprend à plusieurs distances ; apprendre à passer de l'une à l'autre sans se perdre.",
    points: [
      "Choisir sa distance au lieu de la subir",
      "Ce que montre la loupe, ce qu'elle cache",
      "Ce que montre la colline, ce qu'elle efface",
      "Faire l'aller et retour",
    ],
    text: `
Collez votre nez contre une tapisserie, vous verrez des fils. Reculez jusqu'au fond de la salle, une chasse à courre apparaît, avec ses chiens et ses arbres. Où est la vérité de l'ouvrage ? Aux deux endroits, et dans les pas qui les séparent. Faisons quelques-uns de ces pas avec {le} en tête.

## La distance que l'on n'a pas choisie

Chacun de nous possède une distance naturelle. Les uns aiment les principes, les vues d'ensemble, les phrases qui commencent par « en général ». Les autres ne respirent qu'au ras des choses, parmi les cas, les exceptions, les dates de livraison. Devant un sujet neuf, nous adoptons sans y penser la distance qui nous convient, puis nous nous étonnons de ne voir que ce qu'elle montre.

Repérez la vôtre. Relisez une page que vous avez écrite et soulignez d'un trait les généralités, de deux les détails. Un seul coup d'œil renseigne. Le remède consiste à ajouter, pendant quelque temps, ce qui manque : un exemple sous chaque idée, ou une idée au-dessus de chaque exemple.

## La loupe

De tout près, on découvre que rien n'est simple. Une opération qui tenait en un verbe se décompose en douze, le mot que l'on croyait clair change de sens d'une ligne à l'autre. Ce vertige est sain. Il corrige la manie de conclure et rend modeste envers ceux qui travaillent à ce grain-là du matin au soir.

Mais la loupe a son ivresse. On finit par ne plus savoir pourquoi l'on regardait, on collectionne les particularités comme des timbres. Lorsque trois détails de suite ne changent rien à ce que vous pensez {de}, redressez-vous. Ce sont encore de beaux détails. Ils attendront.

## La colline

De loin, les proportions reviennent. Ce qui occupait toute la table n'est plus qu'un point ; des lignes que personne ne pouvait voir d'en bas relient des choses sans rapport. On monte sur la colline pour choisir une route, et l'on comprend qu'il en existait une autre, plus longue et bien plus agréable.

Seulement, du sommet, on ne voit personne. Les toits cachent les gens, les forêts cachent les ronces. Des plans magnifiques ont été dessinés à cette altitude, qui oubliaient la boue. Qui décide de haut devrait s'obliger à redescendre par le chemin qu'il a tracé, à pied, un jour de pluie.

Il manque aussi, tout là-haut, le facteur temps. Un paysage paraît immobile, et l'on croit que les choses ont toujours été ainsi. Redescendez demander à quelqu'un depuis quand ce chemin existe. Il vous montrera du menton l'ancien tracé, sous les orties, et vous expliquera en deux phrases la querelle d'héritage qui l'a fait déplacer. Aucun panorama n'aurait pu vous l'apprendre, et toute la vallée, pourtant, en dépend.

## L'aller et retour

L'exercice le plus utile tient en une règle : à chaque changement d'échelle, rapporter quelque chose. Du détail, on remonte avec une question ; de la vue d'ensemble, on redescend avec une hypothèse. Sans ce bagage, le va-et-vient n'est qu'une promenade.

On peut s'y entraîner sur n'importe quel objet. Décrivez-le en une phrase, puis en une page, puis de nouveau en une phrase. La seconde phrase sera différente de la première. Entre les deux, vous serez descendu dans la vallée, et cela s'entend.

Un photographe ajoutait à ce conseil une précision : ne pas recadrer trop vite. Se déplacer d'abord. Nos appareils nous permettent de rapprocher les choses sans bouger les pieds, ce qui revient à les agrandir sans s'en approcher. La nuance paraît mince. Elle sépare pourtant ceux qui ont vu de ceux qui ont zoomé.
`,
  }),
  archetype({
    key: "comparison",
    arc: 0.42,
    titles: ["Comparer pour comprendre", "Deux choses côte à côte", "Le bon usage des ressemblances"],
    named: "À quoi comparer {le} ?",
    description: "Rapprocher deux choses éclaire l'une et l'autre ; encore faut-il savoir où la ressemblance s'arrête.",
    points: [
      "Choisir un terme de comparaison proche",
      "Chercher la différence sous la ressemblance",
      "Se servir des métaphores sans leur obéir",
      "Ne pas se comparer aux autres trop tôt",
    ],
    text: `
Une pomme seule n'apprend pas grand-chose. Posez à côté une poire, et voilà que la pomme devient ronde, ferme, acidulée. Nous ne percevons bien que les écarts. L'esprit ressemble en cela aux balances d'autrefois : pour dire ce que pèse un plateau, il lui en faut un second. Cherchons celui qui convient {a}.

## Choisir son vis-à-vis

Le choix du second plateau décide de tout. Rapprocher deux choses trop éloignées amuse la galerie et n'instruit personne ; en rapprocher deux trop semblables endort. La bonne distance est celle du cousin, assez parent pour que la comparaison ait un sens, assez étranger pour qu'elle réserve des surprises.

À propos {de}, cherchez un tel cousin dans ce que vous connaissez déjà : un métier exercé, un jeu de votre enfance, une cuisine, un voyage. Peu importe qu'il soit modeste. L'avantage du familier est que l'on en sait les détails, et c'est par les détails que les comparaisons travaillent.

Prenez ensuite un vis-à-vis que vous n'aimez pas. L'antipathie rend attentif, et l'on a souvent la désagréable surprise d'y reconnaître un air de famille.

## Sous la ressemblance

La première liste est facile : tout ce que les deux choses partagent. Elle procure un plaisir de reconnaissance, on se sent intelligent. Ne vous arrêtez pas là. La seconde liste, celle des différences, est moins flatteuse et beaucoup plus productive :

| Ce qui se ressemble | Ce qui sépare pourtant |
| --- | --- |
| le but affiché | les moyens admis |
| les étapes | la durée de chacune |
| le vocabulaire | le sens des mots |
| les difficultés du début | celles qui viennent après |

Devant chaque ligne de droite, demandez pourquoi. Il y a presque toujours une raison, et cette raison touche au cœur de l'affaire. On avait cru comparer deux objets, on se retrouve à comparer deux façons de vivre.

## Les métaphores

Elles arrivent sans qu'on les appelle. Un apprentissage devient un chemin, une équipe devient un navire, une difficulté un mur. Ces images aident à penser, elles aident même tellement qu'elles pensent parfois à notre place. Puisque c'est un chemin, il doit y avoir une arrivée. En est-on bien sûr ? Puisque c'est un navire, il faut un capitaine. Qui l'a décidé ?

Jouez donc à changer d'image. Si ce n'était plus un mur, mais un nœud ? On ne défonce pas un nœud, on le regarde longtemps, on cherche le bout. La situation est la même et soudain les gestes possibles ont changé. Une métaphore vaut surtout par ce qu'elle fait faire.

Le mieux serait d'en collectionner plusieurs, toutes imparfaites, et de passer de l'une à l'autre. Là où elles se contredisent, la chose véritable montre un coin de son visage. Un fleuve, un orchestre, une ruche ne disent pas la même histoire d'un groupe de gens qui travaillent ; aucun de ces portraits n'est exact, mais celui qui les a essayés tous les trois regarde ensuite le groupe avec beaucoup plus de finesse.

## Se comparer soi-même

Reste la comparaison la plus tentante, et la plus mauvaise conseillère dans les premiers temps : se mesurer à ceux qui pratiquent depuis longtemps. On voit leur résultat, on connaît ses propres brouillons, la partie est perdue d'avance. Il faudrait mettre en face leurs premiers essais. Ils les ont jetés, les malins.

Un seul rival est équitable, c'est vous, il y a trois mois. Il disposait du même temps, des mêmes mains, des mêmes excuses. Battez-le d'une courte tête, serrez-lui la main, et prenez rendez-vous pour le trimestre suivant.

Plus tard, quand l'assurance sera venue, la fréquentation des meilleurs redeviendra un plaisir. On ira vers eux comme on va au concert, pour le bonheur d'entendre jusqu'où cela peut aller.
`,
  }),
  archetype({
    key: "detail",
    arc: 0.5,
    titles: ["La beauté du détail", "Au plus près", "Petites choses, grands effets"],
    named: "Les détails qui font {le}",
    description:
      "Il y a des détails qui décorent et d'autres qui portent tout : apprendre à reconnaître les seconds, et à les soigner.",
    points: [
      "Distinguer le détail utile de la manie",
      "Soigner ce que personne ne verra",
      "Regarder les bords, les joints, les fins",
      "S'arrêter à temps",
    ],
    text: `
Sous certaines chaises anciennes, à l'endroit que seuls voient les enfants et les chats, le bois a été poncé avec le même soin que le dossier. Personne ne l'avait demandé. Quelqu'un, un après-midi, a pensé que la chaise devait être finie partout, et sa pensée est encore là, sous le siège, à portée de doigts. Qui s'attache {a} rencontrera tôt ou tard un soin de cette espèce.

## Deux sortes de détails

Il faut d'abord séparer ce que le mot confond. Certains détails s'ajoutent : on pourrait les ôter sans dommage, ils ornent, ils rassurent, ils font riche. D'autres tiennent. Une virgule déplacée, un degré de trop, un silence mal placé, et l'ensemble s'affaisse comme une tente dont on retire le piquet.

Comment les distinguer quand on débute ? Par l'expérience la plus simple du monde : supprimer, et regarder ce qui arrive. Si rien ne bouge, c'était une garniture. Si quelque chose se met à pencher, remettez vite en place et notez. Dix essais de ce genre en apprennent plus long, au sujet {de}, que la lecture d'un traité.

## L'envers du décor

Pourquoi soigner ce qui ne se verra pas ? Par orgueil, diront les uns ; par morale, diront les autres. Il existe une raison plus terre à terre. L'attention ne se débite pas au mètre. Qui s'autorise à bâcler l'envers prend l'habitude de bâcler, et cette habitude trouve toujours, un jour ou l'autre, le chemin de l'endroit.

L'envers parle aussi à ceux qui viendront après. Celui qui devra réparer, reprendre, continuer, ouvrira le boîtier et jugera en un clin d'œil. Un branchement propre, une note lisible, un dossier bien nommé sont des politesses adressées à un inconnu. Il arrive que cet inconnu soit nous-mêmes, deux ans plus tard.

On objectera le manque de temps. Il est réel, et l'on ne peut pas tout poncer. Choisissez alors un seul endroit caché, dans chaque ouvrage, et traitez-le comme s'il devait être vu. Un seul suffit. Il donne le niveau, à la façon du diapason qui ne joue aucune mélodie et sur lequel, cependant, tout l'orchestre s'accorde avant que le rideau ne se lève.

## Les bords

On reconnaît un ouvrage soigné à ses bords. Le milieu, tout le monde sait le remplir. Mais les raccords, les angles, le passage d'une partie à la suivante, le début et la fin d'une conversation demandent une vraie décision. C'est là que la hâte se montre, là aussi que se cachent les trouvailles.

Passez vos propres travaux en revue à partir des bords. Comment commencez-vous ? Sur quoi vous arrêtez-vous ? Que se passe-t-il entre deux étapes, lorsqu'il ne se passe officiellement rien ? Dix minutes accordées à une jointure transforment parfois l'impression que laisse un mois de labeur.

> Ce qui est bien fini semble n'avoir jamais été commencé.

## Savoir s'arrêter

Le goût du détail a sa maladie. On reprend, on polit, on recommence ce que nul ne distinguait déjà plus, et la crainte d'en finir se déguise en exigence. Un signe permet de la repérer : les retouches cessent d'améliorer, elles déplacent. Aujourd'hui ceci, demain le contraire. L'ouvrage respire mal, comme une pièce où l'on a trop ciré.

Fixez une limite avant de commencer. Trois passages, une date, un nombre de pages. À l'heure dite, posez l'outil, même s'il reste un défaut, surtout s'il n'en reste qu'un. Les tisserands de bien des contes en laissaient un exprès, afin que quelque chose puisse encore entrer ou sortir.

Demain, sur un ouvrage neuf, votre œil aura gardé la leçon. Le soin voyage d'un travail à l'autre ; c'est même la seule chose que l'on emporte à coup sûr.
`,
  }),
];
