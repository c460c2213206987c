import { type Archetype, archetype } from "./archetype.ts";

export const orientation: Archetype[] = [
  archetype({
    key: "map",
    arc: 0.14,
    titles: ["Dresser sa carte", "Où sommes-nous ?", "Le relief et les chemins"],
    named: "Une carte {de}",
    description:
      "Dessiner à grands traits ce que l'on sait, ce que l'on devine et ce que l'on ignore, afin de choisir son chemin.",
    points: [
      "Une carte fausse vaut mieux que pas de carte",
      "Repérer les sommets, les fleuves et les frontières",
      "Laisser des blancs visibles",
      "Corriger au crayon, souvent",
    ],
    text: `
Les premiers cartographes dessinaient des côtes exactes et des intérieurs peuplés de monstres. On s'en moque à tort. Ils avaient compris qu'une carte sert avant tout à partir, et qu'un bord bien tracé, même autour d'un grand vide, permet déjà de naviguer. Devant {le}, nous en sommes à peu près là.

## Un dessin avant un discours

Prenez une feuille sans lignes, posée en largeur. Écrivez au centre le nom de ce qui vous occupe, puis laissez venir autour tout ce qui s'y rattache, en vrac, à des distances qui vous paraissent justes. Ne cherchez pas la symétrie. Les gribouillis penchés d'un côté disent quelque chose de vrai sur votre façon d'aborder {le}.

Au bout de dix minutes, la page se calme. Des groupes se sont formés d'eux-mêmes, des mots se touchent, un autre est parti seul dans un coin. Entourez, reliez, hésitez. Vous venez de produire un document que personne d'autre n'aurait pu faire.

## Sommets, fleuves, frontières

Sur toute carte, trois sortes de traits se distinguent. Les sommets d'abord : les grandes notions que l'on aperçoit de partout et que l'on gravit rarement. Il suffit, pour commencer, de savoir les nommer et de les garder dans le champ de vision.

Les fleuves sont plus utiles. Ce sont les idées qui traversent tout, qui passent d'un territoire à l'autre en changeant de largeur. Suivez-en une seule depuis sa source et vous aurez visité, sans l'avoir voulu, la moitié du pays. Comment les reconnaître ? On les croise chaque fois que l'on croit parler d'autre chose.

Restent les frontières, là où le sujet touche à ses voisins. On y discute beaucoup, on y fait de la contrebande. Les gens du centre les regardent de loin, et c'est pourtant là que les nouveautés entrent.

Pour distinguer les uns des autres, une épreuve amusante consiste à effacer. Cachez un mot avec le doigt et regardez ce qui devient orphelin autour de lui. S'il ne se passe rien, c'était un simple lieu-dit, charmant et sans conséquence. Si la moitié de la feuille se défait, vous avez le doigt sur un col ou sur un pont. Ces endroits méritent d'être visités les premiers, même quand le nom n'a rien d'engageant, car tout le monde finit par y passer.

## Laisser des blancs

La tentation est forte de remplir. Une carte pleine impressionne, une carte trouée avoue. Gardez les trous. Écrivez même, au milieu, la formule honnête de l'explorateur :

> Pas encore visité.

Ces trois mots épargnent bien des malentendus. Ils rappellent la différence entre ce qui n'existe pas et ce que l'on n'a pas vu, confusion banale, responsable d'une bonne moitié des opinions définitives. Un blanc assumé est une invitation ; un blanc rempli au hasard devient un piège pour celui qui suivra.

## Corriger au crayon

Votre carte est fausse. Celle de tout le monde l'est. La question est de savoir si elle se corrige facilement. Travaillez donc au crayon, gardez les versions successives, datez-les. En les étalant sur le sol à la fin d'un trimestre, on voit son propre regard se déplacer, comme une suite de photographies prises du même balcon.

Une erreur revient souvent : donner trop de place à ce que l'on vient d'apprendre. La dernière lecture occupe tout le premier plan, le reste rapetisse. Attendez quelques semaines avant de redessiner. Ce qui était important le sera encore, et le relief aura retrouvé ses proportions.

Puis vient l'usage le plus simple, qu'on oublie à force de dessiner : choisir une direction, replier la feuille, sortir.
`,
  }),
  archetype({
    key: "notebook",
    arc: 0.2,
    titles: ["Tenir un carnet", "Le carnet de bord", "Écrire pour ne pas perdre"],
    named: "Un carnet pour {le}",
    description: "Un carnet modeste et régulier change la façon de voir : que noter, comment, et surtout quand relire.",
    points: [
      "Noter tout de suite, trier plus tard",
      "Dater, situer, citer",
      "Écrire aussi ce qui ne marche pas",
      "Relire à intervalles réguliers",
    ],
    text: `
Les beaux carnets restent vides. Leur papier intimide, on attend d'avoir une pensée digne d'eux. Choisissez-en un laid, qui tienne dans la poche et supporte la pluie. Sa première qualité sera d'être là ; la seconde, de n'impressionner personne, à commencer par vous. Pour accompagner {le}, il n'en faut pas davantage.

## Ce qui mérite une ligne

Tout, au début. On ne sait pas encore distinguer l'essentiel de l'anecdote, alors mieux vaut ramasser large. Une phrase entendue, un chiffre dont il faudra vérifier l'origine, un croquis raté, la couleur d'une chose à une certaine heure. L'important est la vitesse. Une note prise dans la minute garde la température de ce qu'elle rapporte.

Trois renseignements doivent accompagner chaque entrée : la date, l'endroit, la source. Cela prend quatre secondes. Faute de quoi, un an plus tard, on tombe sur une remarque superbe sans savoir si on l'a pensée, lue ou rêvée.

Ajoutez l'humeur, si le cœur vous en dit. « Fatigué », « pressé », « ravi » expliquent parfois une observation mieux que l'observation elle-même.

## Consigner les échecs

Nous avons la pudeur des ratages. Ils disparaissent des récits, et avec eux la moitié de l'enseignement. Dans le carnet, au moins, personne ne regarde. Décrivez l'essai, le résultat, l'hypothèse que vous faites sur l'écart entre les deux. Inutile de vous excuser : un journal de bord ne demande pas pardon à la tempête.

Ces pages-là seront les plus consultées. Quand la même difficulté se représentera, et elle le fera, vous saurez qu'on peut en sortir, puisque c'est écrit de votre main. Rien n'est plus encourageant que de reconnaître une vieille impasse.

Notez de la même façon les pistes abandonnées. On quitte un chemin pour toutes sortes de causes, la fatigue, un coup de téléphone, une autre idée plus brillante, et l'on s'imagine ensuite qu'il ne menait nulle part. Une ligne suffit : « arrêté ici, faute de temps ». Elle distingue l'impasse de la simple interruption, et un jour de disette on sera bien content de trouver, toute tracée, une route qui attendait qu'on veuille la finir.

## Une forme légère

Certains construisent des systèmes à onglets, à couleurs, à renvois numérotés. S'ils y trouvent du plaisir, qu'ils continuent. Les autres se contenteront d'une page de gauche pour les faits et d'une page de droite pour les commentaires. Ce simple pli au milieu suffit à empêcher que l'un ne se fasse passer pour l'autre.

Laissez de la place. Un carnet serré décourage l'ajout, et l'ajout est le sel de l'affaire : ce point d'interrogation tracé six mois après, cette flèche qui rapproche deux remarques éloignées, ce « non ! » enthousiaste devant une ancienne certitude.

## Le jour de la relecture

Écrire sans relire, c'est remplir une cave sans jamais descendre chercher une bouteille. Fixez un moment, le dernier dimanche du mois par exemple, avec une boisson chaude. Parcourez vite, sans corriger. Cochez ce qui vous arrête.

Vous verrez alors apparaître des motifs. Le même étonnement revient sous trois formes. Une question posée en mars a trouvé sa réponse en mai sans que vous l'ayez remarqué. Quelque chose, dans votre manière de penser {a}, s'est déplacé de quelques degrés.

Recopiez sur une page neuve les cinq entrées cochées qui résistent le mieux. Au bout d'un an, ces pages mises bout à bout forment une soixantaine de lignes. Elles ne ressemblent à aucun manuel. Ce sera pourtant celui que vous consulterez le plus volontiers.
`,
  }),
  archetype({
    key: "sources",
    arc: 0.22,
    titles: ["Lire, écouter, vérifier", "À qui se fier ?", "Le tri des paroles"],
    named: "Ce qu'on raconte {de}",
    description:
      "Livres, témoins, rumeurs : comment accueillir ce que l'on dit d'un sujet sans tout croire ni tout rejeter.",
    points: [
      "Demander d'où vient une affirmation",
      "Croiser des voix qui ne se connaissent pas",
      "Estimer ce que chacun a à gagner",
      "Garder une provision de doute, sans en faire un métier",
    ],
    text: `
Avant même que nous ayons ouvert la bouche, le monde nous a déjà beaucoup parlé. Des proverbes, des titres aperçus, un oncle catégorique, un souvenir d'école à moitié faux. Nous n'arrivons jamais la tête vide, et le premier travail consiste à savoir qui, là-dedans, a pris la parole. On nous a déjà parlé {de}, que nous l'ayons voulu ou non.

## La question de l'origine

Devant une affirmation, posez une question plate : comment le sait-on ? Elle n'accuse personne. Elle cherche simplement le chemin parcouru entre la chose et la phrase. Quelqu'un a-t-il vu ? Compté ? Répété ce qu'un autre avait entendu ? À mesure qu'on remonte, certaines certitudes gagnent en solidité. D'autres s'arrêtent net, au milieu de nulle part, comme un sentier effacé.

Il est instructif d'essayer avec une idée très répandue au sujet {de}. Prenez celle que tout le monde vous a servie la première semaine. Cherchez qui l'a dite d'abord, et à propos de quoi. L'enquête, souvent brève, donne une bonne idée de la profondeur du sol.

## Les voix qui ne se connaissent pas

Dix personnes qui ont lu le même article ne font qu'un seul témoin. Deux inconnus qui, de deux côtés différents, remarquent la même chose en font vraiment deux. Le nombre compte donc moins que l'indépendance. Cherchez des voix éloignées par l'âge, le métier, les intérêts ; là où elles s'accordent, le terrain porte.

Leurs désaccords ne sont pas moins précieux. Quand deux connaisseurs sincères se contredisent, la tentation est de choisir son camp. Attendez. Il se peut qu'ils parlent de cas différents, ou qu'ils emploient le même mot pour deux choses. Comprendre pourquoi ils divergent apprend davantage que savoir lequel l'emporte.

Pensez enfin aux voix absentes. Qui n'écrit pas, n'est pas invité, n'a pas le temps de donner son avis ? Dans presque tous les domaines, ceux qui font le travail de chaque jour parlent peu, et ceux qui en parlent beaucoup le font de moins en moins. Aller trouver les premiers demande un déplacement, parfois une paire de bottes. Ils commencent par dire qu'ils n'ont rien à dire. Attendez la deuxième tasse de café.

## Ce que chacun a à gagner

Un vendeur honnête reste un vendeur. Un passionné, même désintéressé, protège sa passion. Celui qui a souffert exagère le danger, celui qui a réussi exagère la méthode. Aucun ne ment. Chacun parle depuis une place, avec la vue que l'on a de cette place, et il suffit d'en tenir compte comme on corrige l'inclinaison d'un tableau.

Quelques indices méritent une attention particulière :

- un récit sans aucune difficulté ;
- un chiffre très rond, ou très précis, sans méthode pour l'obtenir ;
- une solution unique à des problèmes variés ;
- le mépris pour ceux qui pensent autrement.

Pris séparément, ils ne prouvent rien. Deux à la fois doivent faire ralentir. Trois, et l'on peut refermer poliment.

## Une provision de doute

Le doute est un assaisonnement. Sans lui, on avale n'importe quoi ; avec lui seul, on ne mange plus. Certains esprits, à force de ne vouloir être dupes de rien, finissent par ne plus rien apprendre, et leur prudence ressemble à s'y méprendre à de la paresse.

Accordez donc une confiance provisoire, comme on prête un livre en notant à qui. Agissez d'après ce que vous avez de meilleur, en sachant ce qui vous ferait changer d'avis. Cette dernière précision distingue une conviction d'un entêtement : la première connaît l'adresse où envoyer les objections.

Et quand vous vous apercevrez que vous avez eu tort, dites-le à quelqu'un. Cela fait un peu mal et beaucoup de bien.
`,
  }),
];
