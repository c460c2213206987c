import { type Archetype, archetype } from "./archetype.ts";

export const crossings: Archetype[] = [
  archetype({
    key: "unexpected",
    arc: 0.63,
    titles: ["L'imprévu", "Quand rien ne se passe comme prévu", "Faire avec ce qui arrive"],
    named: "L'imprévu dans {le}",
    description:
      "Panne, orage, heureuse rencontre : comment se préparer à ce qu'on ne peut pas prévoir, et en tirer parti.",
    points: [
      "Laisser du jeu dans ses plans",
      "Répondre d'abord au plus urgent",
      "Chercher l'occasion cachée dans l'accident",
      "Garder ce qui a bien tourné",
    ],
    text: `
Le gâteau devait refroidir sur le rebord de la fenêtre ; le chat est passé par là. Il reste la moitié d'un gâteau, quatre invités et douze minutes. Toutes les théories de l'organisation se trouvent réunies dans cette cuisine, et l'on va voir tout de suite lesquelles tiennent debout. Une demi-heure dans cette pièce en apprendrait long, même sur {le}.

## Laisser du jeu

Les menuisiers ménagent, entre une porte et son cadre, un espace qu'ils appellent du jeu. Sans lui, à la première humidité, la porte coince. Nos plans ont besoin du même vide. Une journée remplie jusqu'au bord se renverse au moindre choc ; avec une heure blanche au milieu, elle encaisse.

Combien prévoir ? Davantage que vous ne croyez. Prenez votre estimation la plus sincère et ajoutez la moitié, sans chercher à la justifier. Si tout va bien, vous aurez gagné du temps libre, catastrophe à laquelle on survit.

Le jeu s'applique aussi aux attentes. Décidez d'avance de ce qui peut bouger et de ce qui ne bougera pas. Quand le vent se lève, il est trop tard pour débattre de ce que l'on attache.

Enfin, placez ce vide au bon endroit. Rejeté à la fin de la journée, il sera mangé avant d'avoir servi ; posé juste après l'étape la plus incertaine, il la laisse déborder sans noyer la suite. Les gares font attendre les trains quelques minutes aux nœuds du réseau, et les voyageurs s'en plaignent. Ils se plaindraient bien davantage si chaque retard voyageait avec eux jusqu'au bout de la ligne.

## Les premiers instants

Un imprévu provoque d'abord du bruit : exclamations, coupables, hypothèses. Rien de tout cela ne presse. Les pompiers, les infirmières, les marins apprennent un ordre plus sobre. On regarde. On met à l'abri ce qui peut encore l'être. On prévient. On réfléchit ensuite, et l'on cherche pourquoi beaucoup plus tard, quand chacun a mangé.

Respirez une fois entre chaque étape. Ces quelques secondes paraissent interminables à celui qui les prend et passent inaperçues des autres. Elles séparent une réaction d'une réponse.

Il est utile d'avoir, cachée quelque part, une petite provision de calme toute faite : un numéro de téléphone, une solution de repli, une phrase qui a déjà servi.

## L'occasion dans l'accident

Reste à considérer la moitié de gâteau. On peut pleurer l'autre. On peut également la couper en dés, la mettre dans des verres avec un peu de crème et quelques fruits, et servir la chose sous un nom nouveau. Bien des classiques n'ont pas d'autre origine, à ce que prétendent les cuisiniers, qui mentent rarement sur ce point.

L'accident apporte une question que personne n'aurait posée. Puisque le chemin habituel est fermé, par où passer ? On explore alors des ruelles où l'on n'avait aucune raison de s'aventurer. Certaines ne mènent à rien. D'autres deviennent l'itinéraire ordinaire, et l'on se demande comment l'on faisait avant.

Encore faut-il s'en apercevoir. Celui qui ne pense qu'à rétablir le plan passe devant la trouvaille en courant.

## Garder la leçon

Une fois l'orage passé, l'envie est grande de tourner la page. Accordez-lui pourtant un quart d'heure. Qu'est-ce qui a tenu ? Qu'avons-nous improvisé que nous voudrions refaire ? Y avait-il un signe, quelque part, que l'on n'a pas voulu voir ? Les réponses changent chaque fois la façon dont on s'occupera {de} par la suite.

Évitez seulement d'ajouter une règle par incident. À ce train, le règlement devient plus épais que le travail, et chaque page y raconte une vieille peur. Deux ou trois principes larges protègent mieux, à la manière d'un manteau, que cinquante parapluies étiquetés.

Les invités sont partis ravis. Ils ont demandé la recette. Le chat, sur le rebord, attend la suite avec intérêt.
`,
  }),
  archetype({
    key: "plateau",
    arc: 0.66,
    titles: ["La traversée du plateau", "Quand on n'avance plus", "Le milieu du chemin"],
    named: "Tenir bon avec {le}",
    description:
      "Après les progrès rapides vient une longue étendue plate : comment la traverser sans s'y arrêter ni s'y perdre.",
    points: [
      "Savoir que le plateau est normal",
      "Changer d'échelle de mesure",
      "Bousculer une habitude à la fois",
      "Retrouver le plaisir pour lui-même",
    ],
    text: `
La pente du début était rude et l'on montait vite. À chaque tournant, la vue s'élargissait. Puis la route s'est couchée. Depuis des jours on marche, on transpire autant, et le paysage ne change plus. Au loin, des sommets restent exactement à la même distance. Bienvenue au milieu. Qui s'intéresse {a} depuis un moment connaît sûrement cet endroit.

## Une étape sans nom

On parle abondamment des débuts, on célèbre les arrivées. Entre les deux s'étend la plus grande partie du voyage, et elle n'a pas de chanson. Le débutant y arrive persuadé d'avoir commis une faute. Il faudrait poser à cet endroit une pancarte : le plateau commence ici, tout le monde y passe, buvez de l'eau.

Ce qui se produit est facile à comprendre. Les premiers gains étaient gros parce qu'il y avait tout à gagner. Les suivants se cachent dans des nuances, dans la régularité, dans ce qui devient automatique. Ils existent. On cesse simplement de les sentir, ainsi que le passager d'un train bien lancé.

De plus, le regard s'est affiné avant la main. On entend maintenant ce qui sonne faux, on ne sait pas encore jouer juste. Cette période est franchement désagréable. Elle prouve pourtant que l'oreille a grandi.

## Changer d'instrument de mesure

Si la balance ne bouge plus, changez de balance. Au lieu du résultat, observez l'aisance : combien de temps vous faut-il pour vous y mettre ? À partir de quand la fatigue vient-elle ? De quoi êtes-vous capable un mauvais jour ? Les mauvais jours sont d'excellents témoins. Leur niveau monte sans bruit, bien après que celui des bons s'est immobilisé.

Demandez aussi à quelqu'un qui ne vous a pas vu depuis longtemps. Les proches, comme nous, ont l'œil collé sur l'aiguille. Une vieille connaissance s'exclamera au bout de deux minutes, et vous serez presque vexé de n'avoir rien remarqué.

Conservez enfin des traces datées. Elles témoigneront pour vous au tribunal du découragement.

On peut encore mesurer ce que l'on donne au lieu de mesurer ce que l'on obtient. Combien de séances honnêtes, cette semaine ? Combien de fois s'est-on assis alors que l'envie manquait ? Ces nombres-là dépendent de nous seuls. Ils avancent quand tout le reste stagne, et leur progression, pour peu qu'on l'inscrive au mur, possède une éloquence tranquille qui vaut bien celle des médailles.

## Déplacer une pierre

L'habitude, qui nous a portés jusque-là, nous retient peut-être à présent. Cherchez ce que vous faites toujours de la même manière, et dérangez une seule chose. L'heure, le lieu, le partenaire, l'ordre des opérations. Revenez à un exercice de débutant avec vos moyens d'aujourd'hui. Attaquez, pour une fois, une difficulté nettement trop grande.

Le déséquilibre fera baisser les résultats pendant quelques jours. N'en tirez aucune conclusion. Un organisme que l'on dérange cherche un autre équilibre, et c'est dans cette recherche qu'il apprend.

Une pierre à la fois, cependant. Qui remue tout le mur ne saura jamais laquelle le bloquait.

## La marche elle-même

Pourquoi continuer, si rien ne récompense ? Cette question, sur le plateau, finit par se poser à chacun. On avait un but, il reculait à mesure ; on attendait des compliments, les gens sont passés à autre chose. Alors, dans cet air un peu vide, apparaît parfois une raison plus simple. On fait cela parce que l'on aime le faire.

Cherchez, dans votre fréquentation {de}, le moment que vous préférez. Un bruit, un enchaînement, cinq minutes de silence. Organisez la séance autour de lui. Le reste viendra s'y accrocher ou tombera.

Ceux qui traversent finissent rarement par raconter leur courage. Ils parlent de la lumière du soir, là-haut, très longue, sur une étendue où l'on croyait ne rien voir.
`,
  }),
  archetype({
    key: "style",
    arc: 0.8,
    titles: ["Trouver sa manière", "Une voix à soi", "De l'imitation au style"],
    named: "Sa manière d'aborder {le}",
    description:
      "On commence par imiter, on finit par se ressembler : le lent passage des modèles à une manière personnelle.",
    points: [
      "Imiter ouvertement et avec soin",
      "Varier ses modèles",
      "Repérer ce qui revient malgré soi",
      "Préférer la justesse à l'originalité",
    ],
    text: `
Une écriture d'adulte se reconnaît sur une enveloppe, avant même le nom. Personne ne l'a choisie. Elle vient d'un modèle recopié à l'école, déformé par la hâte, par la taille des doigts, par une admiration ancienne pour les majuscules d'une tante. Le style, dans tous les arts, se forme de cette façon peu glorieuse. Il en va de même pour {le} : chacun finit par y laisser son écriture.

## Imiter

On recommande trop tôt d'être soi-même. Au début, il n'y a personne à cette adresse. Choisissez plutôt quelqu'un que vous admirez et imitez-le franchement, jusque dans ses manies. Refaites pas à pas ce qu'il a fait, en essayant de comprendre chacune de ses décisions. Là où votre version s'écarte, arrêtez-vous : l'écart enseigne.

Cette fréquentation n'a rien d'une tricherie, à condition de dire d'où l'on vient. Tous les ateliers ont fonctionné ainsi, tous les conservatoires. L'élève recopie, et son poignet apprend des choses que le maître n'aurait pas su formuler.

Un jour, l'imitation devient facile. Méfiance. Il est temps de changer de modèle.

Pour que l'exercice porte ses fruits, imitez aussi les conditions. Ce modèle travaillait-il vite ou par petites touches, debout, de nuit, à partir d'un plan ou à l'aventure ? La manière tient parfois moins au talent qu'à l'heure du lever. En vous glissant dans ces habits, vous sentirez tout de suite où ils vous serrent, et chaque endroit où cela serre dessine un peu de votre propre carrure.

## Plusieurs maîtres

Qui n'imite qu'un seul auteur fait de la copie ; qui en imite cinq commence à faire du choix. Il faudra bien trancher, quand l'un conseille de presser et l'autre d'attendre. Leurs contradictions vous obligent à entrer dans la discussion, et l'on n'y entre pas sans apporter quelque chose.

Prenez-les loin les uns des autres. Ajoutez, à ceux qui font autorité au sujet {de}, quelqu'un d'un autre siècle ou d'un autre métier : une dentellière, un entraîneur, l'épicier dont vous aimez la vitrine. Les meilleures greffes réunissent deux arbres qui ne s'étaient jamais parlé.

Gardez également un modèle négatif, une manière qui vous hérisse. À force de vous demander pourquoi, vous saurez à quoi vous tenez.

## Ce qui revient

Étalez sur le sol une dizaine de vos travaux, anciens et récents, réussis ou non. Prenez du recul, plissez les yeux. Quelque chose se répète : un rythme, une façon de commencer, une couleur, un scrupule. Vous n'y pensiez pas. C'est peut-être une faiblesse, c'est peut-être une signature, et il n'est pas rare que les deux coïncident.

Montrez l'ensemble à un ami sans rien lui dire. S'il désigne le même trait, vous avez trouvé un fil. Tirez doucement. Poussez ce trait un peu plus loin qu'il n'irait de lui-même, dans un essai pour rien, et regardez s'il se brise ou s'il s'épanouit.

N'en faites pas un programme. Un style que l'on exhibe tourne vite à la grimace.

## Juste plutôt que neuf

L'envie d'être original est la chose la mieux partagée du monde, ce qui la rend suspecte. Elle conduit à regarder ce que font les autres pour s'en éloigner, donc à dépendre d'eux. La justesse regarde la chose. Est-ce que ce mot convient ? Est-ce que cette pièce ferme bien ? Celui qui répond honnêtement à de telles questions, des centaines de fois, finit par ne ressembler à personne.

Il ne s'en rend pas compte. Quand on le lui fait remarquer, il s'étonne, il croyait avoir fait comme tout le monde. Ses doigts étaient un peu longs, voilà tout, et il avait aimé les majuscules de sa tante.

Écrivez votre nom, maintenant, sans vous appliquer. Regardez-le comme si vous le receviez par la poste.
`,
  }),
];
