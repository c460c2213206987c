import { type Archetype, archetype } from "./archetype.ts";

export const time: Archetype[] = [
  archetype({
    key: "slow-time",
    arc: 0.6,
    titles: ["Le temps long", "Ce qui mûrit sans bruit", "Donner du temps au temps"],
    named: "Le temps {de}",
    description:
      "Certaines choses n'obéissent à aucune accélération : les reconnaître, les attendre activement, en goûter la lenteur.",
    points: [
      "Reconnaître ce qui ne peut pas être pressé",
      "Attendre en préparant",
      "Compter en saisons plutôt qu'en jours",
      "Laisser reposer avant de juger",
    ],
    text: `
On plante un noyer pour ses petits-enfants, dit-on dans les campagnes. La phrase passe pour mélancolique. Ceux qui plantent vraiment des noyers ont pourtant l'air plutôt gais : ils ont trouvé une occupation que rien ne viendra démoder d'ici la fin de la semaine. Avec {le}, quelque chose de cet ordre nous attend.

## Ce que la hâte ne sait pas faire

Neuf cuisiniers ne font pas lever une pâte neuf fois plus vite. La fermentation, la convalescence, la confiance, la culture d'une oreille suivent leur propre horloge. On peut leur offrir de bonnes conditions ; on ne peut pas leur donner d'ordres. Avant de dresser un calendrier, il serait sage de chercher, dans ce qui concerne {le}, la part qui appartient à cette famille.

On la reconnaît à un signe : en y ajoutant des moyens, on n'obtient que du désordre. Plus de séances, plus de conseils, plus d'argent, et rien ne bouge, ou tout se fane. Il ne manquait pas d'énergie. Il manquait des nuits.

Le reste, tout ce qui peut être accéléré, gagne à l'être franchement. Être lent partout serait aussi sot que d'être pressé partout.

## L'attente active

Attendre passe pour une activité vide. Regardez donc un pêcheur, ou une maraîchère à la fin de l'hiver. Ils ne font rien, en apparence, et n'arrêtent pas. On vérifie les lignes, on répare une caisse, on observe le ciel, on affûte, on parle avec le voisin du temps qu'il fait. Quand le moment viendra, il trouvera des gens prêts.

Dressez une liste de ces occupations d'attente : lectures de fond, rangements, visites, essais sans enjeu. Elles trouvent rarement leur place dans les périodes d'action, et l'on s'étonne ensuite de manquer de bois sec. Une attente bien garnie ne ressemble plus du tout à de la patience.

Gardez-vous seulement de déterrer la graine pour voir si elle pousse. Cette vérification, très humaine, a ruiné beaucoup de jardins.

Cette activité de l'ombre présente un dernier avantage, elle calme les alentours. Rien n'est plus contagieux qu'une impatience qui tourne en rond, et rien n'apaise une maison comme quelqu'un d'occupé à une tâche simple. Ceux qui attendaient avec vous se mettent à éplucher, à ranger, à raconter. L'heure passe. Quand l'événement se présente enfin, il dérange presque.

## Compter autrement

À l'échelle du jour, les progrès sont invisibles et les reculs énormes. À celle de la saison, les proportions s'inversent. Choisissez donc une unité assez grande pour que votre travail y laisse une trace. Demandez-vous où vous en étiez aux premiers froids, et non la veille au soir.

Les personnes qui ont mené à bien une œuvre longue parlent curieusement peu de volonté. Elles évoquent des habitudes, une table, une fenêtre, la même promenade. Le temps, pour elles, avait cessé d'être un adversaire à battre. Elles s'étaient installées dedans, comme on s'installe dans une région.

Un almanach conviendrait mieux qu'un agenda, pour ce genre d'affaires : il revient sur lui-même, et rappelle que mars a déjà eu lieu.

## Laisser reposer

Une dernière sagesse vient des cuisines. Ce qui sort du four doit attendre avant d'être coupé. Les fibres se détendent, les sucs se répartissent, et l'impatient qui plante aussitôt son couteau verse la moitié du bonheur sur la planche.

Nos travaux, nos lettres, nos colères gagnent au même traitement. Enfermez-les dans un tiroir, sortez, parlez d'autre chose. Le lendemain, ce qui était bon se détache avec netteté. Ce qui ne l'était pas a l'obligeance de se signaler tout seul, et l'on n'a plus qu'à couper.

Il est possible que certaines pages écrites aujourd'hui ne prennent leur sens que dans dix ans. Tant mieux. Nous aurons quelque chose à attendre.
`,
  }),
  archetype({
    key: "seasons",
    arc: 0.53,
    titles: ["Les saisons d'un apprentissage", "Au rythme des saisons", "Quatre moments de l'année"],
    named: "Les saisons {de}",
    description:
      "Élan, croissance, récolte, repos : chaque période réclame ses propres gestes, et l'on se trompe surtout de saison.",
    points: [
      "Nommer la saison où l'on se trouve",
      "Semer large, éclaircir ensuite",
      "Récolter à temps",
      "Accepter l'hiver",
    ],
    text: `
Le même jardinier, selon le mois, sème, arrache, arrose ou s'assoit. Aucun de ces gestes n'est meilleur que les autres. Fait à contretemps, chacun devient une bêtise. Nos entreprises, y compris celles qui n'ont jamais vu un brin d'herbe, connaissent elles aussi des saisons, et bien des découragements viennent d'une erreur de calendrier. Les heures données {a} suivent ce calendrier comme les autres.

## Le printemps

Au printemps, tout est possible et rien n'est certain. On commence trop de choses, et l'on fait bien. Semez large, à la volée : essayez plusieurs approches, lisez en désordre, rencontrez des gens qui n'ont rien à voir. Un printemps économe prépare un maigre été.

La seule prudence nécessaire concerne les gelées. Une idée jeune ne supporte ni la moquerie ni la comptabilité. Gardez-la quelque temps à l'abri, parlez-en à très peu de monde, refusez de la défendre. Elle se défendra elle-même quand elle aura des feuilles.

Ce que vous découvrez alors {de}, notez-le dans le désordre où cela vient. Le classement appartient à une autre période de l'année.

## L'été

Puis les choses poussent, et avec elles ce que l'on n'avait pas semé. L'été demande de l'assiduité plus que de l'imagination : arroser, désherber, tuteurer, chaque jour un peu, de préférence tôt le matin. C'est la saison la moins racontée. Elle est longue, elle se ressemble, et pourtant tout s'y joue.

Il faut aussi éclaircir, ce qui fait mal au cœur. Trois projets serrés l'un contre l'autre donneront trois tiges pâles. On choisit donc le plus vigoureux, on retire les deux autres, qui n'avaient pas démérité. Qui refuse ce sacrifice au mois de juin le verra s'accomplir en août, tout seul et moins bien.

Méfiez-vous de l'orage de quatre heures, celui des envies neuves. Il rafraîchit, il ne remplace pas l'arrosoir.

## L'automne

Une récolte ne prévient guère. Trop tôt, le fruit est acide ; quelques jours plus tard, il est au sol. Savoir que c'est prêt demande de l'attention et un peu de cran, car la perfection que l'on espérait ne viendra pas. Cueillez. Offrez, publiez, servez, montrez. Un travail qui ne sort jamais de la remise finit par en prendre l'odeur.

L'automne est aussi le temps des réserves. Qu'est-ce qui a bien donné, dans quelles conditions, que faudra-t-il planter ailleurs ? Une demi-heure de notes sur l'année écoulée vaudra de l'or quand l'enthousiasme reviendra tout brouiller.

N'oubliez pas d'inviter ceux qui ont porté des seaux.

Partagez avant de stocker. Ce que l'on garde trop longtemps pour une meilleure occasion perd son parfum, et l'occasion, de toute façon, ne se reconnaît qu'après coup. Un panier déposé chez le voisin, un résultat communiqué sans façon à quelqu'un qui en avait besoin, une page lue à voix haute un dimanche : voilà des manières de récolter qui n'épuisent pas le sol. Les graines voyagent ainsi plus loin que nous.

## L'hiver

Enfin la terre se repose, et c'est nous qui nous agitons. Plus rien ne vient. On s'inquiète, on force, on achète des lampes. L'hiver n'est pourtant ni une panne ni une punition. Sous la surface, des choses se décomposent dont le printemps aura besoin.

Que faire, dans l'intervalle ? Réparer les outils, lire pour le plaisir, aller regarder le travail des autres, dormir davantage. Certains dessinent le jardin futur, au coin du feu, avec des plates-bandes absurdes et magnifiques. Personne n'est obligé de s'y tenir.

Le retour se fera sans annonce. Un matin, une question vous traversera pendant que vous cherchez vos clefs, légère, insistante. Vous reconnaîtrez l'odeur de l'air. Il sera temps de sortir les semences.
`,
  }),
  archetype({
    key: "rest",
    arc: 0.72,
    titles: ["Le droit au repos", "Poser le sac", "Ne rien faire, méthodiquement"],
    named: "Prendre congé {de}",
    description: "La pause fait partie du travail : comment s'arrêter sans s'interrompre, et revenir sans se forcer.",
    points: [
      "Distinguer la pause de l'abandon",
      "Préparer son retour avant de partir",
      "Choisir des repos qui reposent",
      "Accepter d'avoir oublié",
    ],
    text: `
Dans une partition, les silences sont écrits. Ils ont leur signe, leur durée exacte, et le musicien qui les raccourcit fait une faute aussi grave que celui qui joue une note pour une autre. Nos journées, elles, semblent composées par quelqu'un qui aurait oublié ce signe-là. Essayons de le rétablir, y compris dans le temps que nous donnons {a}.

## Pause ou abandon

S'arrêter fait peur parce que l'on confond deux choses qui se ressemblent de dos. Dans l'abandon, on s'en va sans rien dire, et l'on évite ensuite de passer par cette rue. Dans la pause, on a fixé un jour, laissé la clef au voisin, prévenu que l'on reviendrait. La différence tient tout entière à ces petites formalités.

Remplissez-les donc sérieusement. Écrivez la date de votre retour {a}, et même l'heure. Dites-la à quelqu'un. Vous voilà libre de n'y plus penser du tout, ce qui est le but de l'opération et, avouons-le, un luxe.

Si la date arrive et que l'envie manque encore, reportez une fois. À la deuxième, asseyez-vous et demandez-vous franchement de quoi il s'agit.

## Laisser un fil

Un conteur habile s'interrompt au milieu d'une phrase. Faites de même. Ne terminez pas tout à fait ce que vous étiez en train de faire : laissez une ligne inachevée, un calcul à moitié posé, un outil sorti. Au retour, la main se tendra d'elle-même, et les dix minutes les plus pénibles, celles où l'on cherche par où reprendre, auront disparu.

Joignez un mot pour celui que vous serez. Trois phrases : où j'en suis, ce que je voulais essayer, ce dont je me méfie. On se connaît mal d'un mois sur l'autre, et ce courrier entre soi et soi est souvent plus utile que bien des rapports.

Rangez enfin la table. Un désordre qui attend pèse sur les vacances à des centaines de kilomètres.

Et si le travail lui-même refuse de s'arrêter, s'il vous suit dans l'escalier, jusque sous l'oreiller, ne le combattez pas de front. Donnez-lui rendez-vous. « Demain, à neuf heures, nous en reparlerons » : dite tout haut, sans rire, la formule possède un pouvoir que l'on hésite à expliquer. L'esprit veut seulement être sûr que rien ne se perdra.

## Ce qui repose

Toutes les pauses ne se valent pas. Faire défiler des images sur un écran occupe, et l'on s'en relève plus las. Le repos véritable ressemble à un changement de main : si le travail était assis, on marche ; s'il était solitaire, on va voir du monde ; s'il demandait des mots, on bêche, on nage, on pétrit quelque chose.

Expérimentez, car les recettes des autres trompent. L'un se délasse en réparant des moteurs, l'autre en classant des timbres, un troisième dans le vacarme d'un stade. Au bout d'une heure, posez-vous la seule question qui vaille : ai-je envie de recommencer quelque chose ?

L'ennui a droit de cité. Une après-midi de pluie sans projet, le front contre la vitre, a donné au monde plus d'idées qu'on ne le dit dans les écoles.

## Au retour

Vous aurez oublié. Moins que vous ne le craignez, davantage que vous ne l'espériez. Les premières minutes seront gauches, avec cette sensation d'enfiler un vêtement un peu froid. Ne mesurez rien ce jour-là. Refaites une chose facile, pour le plaisir de la retrouver.

L'oubli n'a pas que des torts. Il a emporté quelques manies, un ou deux raccourcis douteux, la lassitude qui s'était déposée partout. Ce qui reste est généralement ce qui compte. On dirait que l'esprit, pendant notre absence, a fait un peu de ménage.

Et puis, à un moment que l'on ne remarque pas, le mouvement repart. Le silence a duré exactement ce qu'il fallait. La note suivante sonne plus juste.
`,
  }),
];
