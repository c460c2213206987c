import { type Archetype, archetype } from "./archetype.ts";

export const beginnings: Archetype[] = [
  archetype({
    key: "vocabulary",
    arc: 0.12,
    titles: ["Les mots du métier", "Apprendre la langue du pays", "Nommer pour mieux voir"],
    named: "Le vocabulaire {de}",
    description:
      "Chaque domaine parle sa langue ; en apprendre les premiers mots, c'est recevoir des outils et quelques pièges.",
    points: [
      "Récolter les mots là où ils servent",
      "Se méfier des mots trop familiers",
      "Définir par l'exemple plutôt que par le dictionnaire",
      "Tenir un lexique personnel et vivant",
    ],
    text: `
Dans un atelier, dans un service, sur un quai, on reconnaît l'étranger à ceci qu'il montre du doigt. Il dit « ce machin », « la partie du bout », « quand ça fait comme ça ». Les autres ont un mot. Un mot de deux syllabes, parfois drôle, usé par les années, qui contient à lui seul une explication. Pour parler {de}, il va falloir en apprendre quelques-uns.

## Récolter sur place

Les mots se cueillent là où ils travaillent. Écoutez deux personnes qui pratiquent et qui ne s'adressent pas à vous : le ton descend, les phrases raccourcissent, le vocabulaire apparaît. Un terme entendu dans une conversation arrive avec sa situation, son geste, parfois son clin d'œil. Le même, appris dans une liste, arrive tout nu.

Gardez donc un coin de carnet pour ces trouvailles. Inscrivez le mot, la phrase entière où il s'est présenté, et qui parlait. Trois semaines plus tard, la phrase vous rendra le sens avec une fidélité que la définition n'aurait pas eue.

Ne craignez pas de demander. « Comment appelez-vous cela ? » est sans doute la question la mieux accueillie du monde. Elle reconnaît un savoir, elle ne coûte rien à qui répond, et elle ouvre souvent sur une histoire.

## Les faux amis

Les termes rares font peur et ne sont guère dangereux : on voit tout de suite qu'on ne les comprend pas. Méfiez-vous plutôt des mots de tous les jours qui, à propos {de}, ont pris un sens particulier. On croit suivre, on hoche la tête, et l'on s'aperçoit au bout d'une heure qu'on parlait d'autre chose.

Un bon signe d'alerte : une phrase simple qui semble évidente et dont tout le monde, autour de vous, tire une conséquence que vous n'aviez pas prévue. Revenez en arrière. L'un des mots, dans cette phrase, portait un uniforme.

Prêtez l'oreille aussi aux mots que l'on évite. Chaque milieu a les siens, jugés vieillots, prétentieux ou blessants, et les employer par mégarde fait passer un courant d'air dans la conversation. Nul ne vous en voudra longtemps. Demandez ce que vous auriez dû dire, remerciez, et remarquez au passage ce que le terme refusé racontait de ceux qui l'utilisaient autrefois : un vocabulaire garde la mémoire de ses disputes.

## Définir par l'exemple

Essayez d'expliquer ce qu'est un meuble. La définition glisse, se reprend, s'embarrasse d'exceptions ; trois exemples et un contre-exemple suffisent. Il en va de même ici. Pour chaque notion importante, cherchez :

1. un cas typique, que personne ne contesterait ;
2. un cas limite, dont on pourrait discuter une soirée ;
3. un cas voisin, qui ressemble et n'en est pas.

Ces trois points dessinent un contour plus net qu'un paragraphe de manuel. Ils ont aussi le mérite de se retenir sans effort, puisque la mémoire préfère les scènes aux formules.

## Un lexique à soi

Un lexique personnel n'a pas besoin d'être complet ni bien rangé. Vingt mots compris valent mieux que deux cents recopiés. Relisez-le de temps en temps, corrigez les définitions qui vous font sourire, barrez les entrées devenues inutiles. Un lexique sans rature est un lexique mort.

Il arrive un jour où l'on emploie l'un de ces termes sans y penser, au milieu d'une phrase qui parle d'autre chose. Personne ne le remarque. Vous, peut-être, sentirez passer un léger changement, comme lorsqu'on cesse de traduire dans sa tête et que la langue apprise se met à penser toute seule.

Gardez alors un peu d'indulgence pour ceux qui disent encore « ce machin ». Ils voient parfois mieux que nous la chose, justement parce que le mot ne la leur cache pas encore.
`,
  }),
  archetype({
    key: "first-week",
    arc: 0.16,
    titles: ["La première semaine", "Sept jours pour commencer", "Un début tout simple"],
    named: "Une première semaine avec {le}",
    description:
      "Sept jours, un quart d'heure par jour : un programme léger pour transformer une envie en commencement.",
    points: [
      "Commencer avant d'être prêt",
      "Un seul objectif par jour",
      "Prévoir le quatrième jour, le plus difficile",
      "Terminer par une chose que l'on peut montrer",
    ],
    text: `
Le lundi plaît aux débutants, qui lui prêtent des pouvoirs. Commençons plutôt un jour quelconque, un mercredi pluvieux par exemple, sans tambour. Une semaine suffit pour savoir si l'on a envie d'en vivre une deuxième, et c'est tout ce que nous lui demanderons. Voici donc sept jours à passer avec {le}, sans rien promettre au-delà.

## Avant le premier jour

La préparation tient en une soirée. Dégagez un coin de table, réunissez le peu qu'il faut, prévenez ceux qui vivent avec vous que vous serez indisponible quinze minutes par jour. Refusez d'acheter quoi que ce soit d'autre. L'équipement vient volontiers remplacer l'action, et l'on a vu des vocations entières s'arrêter à la livraison du matériel.

Décidez aussi de ce que vous ne ferez pas. Pas de vidéo de trois heures, pas de débat avec des inconnus, pas de comparaison avec ceux qui pratiquent depuis dix ans. Vous pourrez vous offrir tout cela plus tard, quand il y aura quelque chose à comparer.

## Sept petits rendez-vous

Voici une proposition. Elle convient à presque tout, à condition de l'ajuster {a} avec un peu de souplesse :

| Jour | Un quart d'heure pour… |
| --- | --- |
| 1 | regarder, sans rien faire d'autre |
| 2 | imiter le geste ou l'idée la plus simple |
| 3 | recommencer, en changeant un seul détail |
| 4 | lire ou écouter quelqu'un du métier |
| 5 | rater franchement quelque chose de trop difficile |
| 6 | refaire le deuxième jour et comparer |
| 7 | montrer, raconter ou offrir le résultat |

L'ordre compte moins que le rythme. Si deux journées s'échangent, tant pis. Si l'une déborde sur la suivante, arrêtez-vous quand même à l'heure dite : finir avec un reste d'appétit garantit que l'on se remettra à table.

Tenez-vous-en à une seule consigne par jour. Il sera tentant, un soir d'énergie, d'en faire deux, d'empiéter sur le lendemain, de brûler l'étape du silence. Cette avance se paie toujours : le jour suivant paraît vide, on saute un rendez-vous, puis un autre. Mieux vaut rester sur sa faim et noter, au dos d'une enveloppe, l'idée qui piaffe. Elle saura patienter jusqu'au matin. Les bonnes idées supportent très bien une nuit de placard, et les autres en meurent sans faire de scandale.

## Le quatrième jour

Au milieu de la semaine, l'enthousiasme a fondu et les résultats n'ont pas encore poussé. On trouve le quart d'heure long, on se demande à quoi bon. Ce creux est si régulier qu'on pourrait le marquer sur les calendriers. Le connaître d'avance lui ôte la moitié de sa force.

La meilleure parade consiste à placer ce jour-là une activité passive. Lire, écouter, feuilleter, suivre des yeux quelqu'un qui sait. On reste en contact sans rien exiger de soi. Le lendemain, l'envie a généralement retrouvé ses chaussures.

## Montrer quelque chose

Une semaine qui s'achève sans trace s'oublie. Produisez donc un objet, même dérisoire : une page, une photographie, un essai bancal, trois phrases dites à voix haute devant un ami. L'intérêt n'est pas d'être félicité. Montrer oblige à choisir, et choisir oblige à comprendre ce que l'on a fait.

L'ami posera sans doute une question à laquelle vous n'aviez pas songé. Ne vous défendez pas, écrivez-la. Elle fera un excellent point de départ pour la semaine suivante, si vous décidez qu'il y en a une.

Si vous décidez que non, rien n'est perdu. Sept quarts d'heure pour savoir ce que l'on ne veut pas faire de ses soirées, peu de renseignements sont aussi bon marché.
`,
  }),
  archetype({
    key: "questions",
    arc: 0.15,
    titles: ["L'art de la question", "Bien demander", "Les questions qui ouvrent"],
    named: "Poser de bonnes questions sur {le}",
    description:
      "Une réponse vaut ce que vaut sa question : comment en formuler qui fassent avancer, et que faire de celles qui résistent.",
    points: [
      "Passer du « pourquoi » au « comment »",
      "Réduire la taille de ses questions",
      "Savoir à qui demander, et quand",
      "Vivre avec les questions sans réponse",
    ],
    text: `
Un enfant de quatre ans interroge le monde sans relâche et sans stratégie. Puis vient l'école, où l'on apprend à répondre, et la conversation change de sens. Renouer avec un sujet neuf, c'est d'abord retrouver l'autre moitié de la langue, celle qui se termine par un point crochu. Les premières questions qui nous viennent devant {le} sont rarement les bonnes, et cela n'a aucune importance.

## La taille d'une question

Il existe des questions trop grandes pour passer la porte. « Comment cela fonctionne-t-il ? » en est une : elle contient toute une bibliothèque, et celui qui la reçoit ne sait par où la prendre. Coupez-la. Que se passe-t-il en premier ? Que se passe-t-il si l'on enlève ceci ? Qui s'en aperçoit d'abord ? Chaque morceau devient transportable.

On peut s'entraîner seul. Écrivez une interrogation immense à propos {de}, puis divisez-la en trois, puis chacune en trois encore. Sur les neuf, deux auront une réponse immédiate, cinq demanderont une recherche tranquille, et les deux dernières vous surprendront.

La bonne mesure se sent : une question est à votre taille quand vous savez à quoi ressemblerait une réponse, sans savoir laquelle.

## Du pourquoi au comment

« Pourquoi » a de la noblesse et un défaut. Il appelle des raisons, et les raisons, on en trouve toujours, quitte à les fabriquer. « Comment » oblige à regarder. Entre celui qui demande pourquoi le pain lève et celui qui demande comment, le second seul ira se pencher sur la pâte.

Essayez la conversion sur vos propres notes. Là où vous aviez écrit une énigme, placez une description à faire. Vous verrez fondre quelques mystères imposants, et apparaître à leur place de petites difficultés bien réelles, qui se laissent attraper.

Gardez pourtant quelques pourquoi, ceux qui visent une intention. Pourquoi cette pièce se trouve-t-elle là, pourquoi commence-t-on toujours par ce côté ? Quelqu'un, un jour, a eu une raison. Elle peut avoir disparu tandis que l'habitude lui survivait, comme ces interrupteurs qui n'allument plus rien. En la retrouvant, on comprend d'un coup toute une suite de gestes, et l'on reçoit, en prime, la permission d'en changer.

## À qui demander

Celui qui sait le plus n'explique pas toujours le mieux. Il a oublié le temps où il ne savait pas. Adressez-vous volontiers à quelqu'un qui n'a que deux ans d'avance : la route est fraîche dans sa mémoire, avec les cailloux à leur place. Réservez les maîtres pour les questions que personne d'autre n'a comprises.

Arrivez toujours avec un début de réponse. « Voilà ce que j'ai essayé, voilà où cela s'arrête » transforme une demande en conversation. L'interlocuteur corrige, précise, se prend au jeu ; il vous accorde dix minutes là où il n'en aurait donné que deux.

Et s'il répond à côté, laissez-le faire. Les réponses à côté indiquent souvent la question qu'il aurait fallu poser.

## Celles qui résistent

Quelques questions ne reçoivent jamais de réponse franche. On les pose à tous, chacun hausse les épaules à sa manière, et la page reste blanche. Il faut leur ménager un coin tranquille, comme on garde sur un rebord de fenêtre un caillou dont on ignore le nom.

Elles orientent le regard sans qu'on y pense. Des mois après, une lecture sans rapport, une remarque entendue dans une file d'attente, et quelque chose s'emboîte. L'esprit travaillait en silence, à ses heures. Une question gardée longtemps ressemble à ces graines qui attendent la bonne pluie.

Relisez-les une fois l'an. Celles qui vous ennuient peuvent partir. Celles qui vous serrent encore un peu le cœur sont probablement les vôtres.
`,
  }),
];
