import { type Archetype, archetype } from "./archetype.ts";

export const closings: [Archetype, ...Archetype[]] = [
  archetype({
    key: "onward",
    arc: 1,
    titles: ["Ce qui reste ouvert", "La dernière page n'est pas la fin", "Continuer seul"],
    named: "Continuer avec {le}",
    description:
      "Au moment de refermer le livre, faire le tri : ce qu'on emporte, ce qu'on laisse, et la prochaine question.",
    points: [
      "Faire l'inventaire de ce qui a changé",
      "Abandonner sans regret ce qui n'a pas servi",
      "Choisir une seule question pour la suite",
      "Prévoir le jour du retour",
    ],
    text: `
Vient le moment où le livre pèse moins du côté droit que du côté gauche. On lit plus lentement, par politesse ou par regret. Profitons de ces dernières pages pour vider le sac sur la table, comme au retour d'une marche, et regarder ce qu'il contient vraiment. De tout ce temps passé avec {le}, que reste-t-il au juste ?

## L'inventaire du sac

Posez d'abord ce qui saute aux yeux : quelques mots nouveaux, deux ou trois gestes plus sûrs, une façon d'écouter quand d'autres parlent {de}. Cherchez ensuite au fond. Il s'y trouve presque toujours une chose qu'on n'avait pas demandée, une patience, un scrupule, un plaisir imprévu à regarder fonctionner ce qui semblait aller de soi.

L'inventaire gagne à être écrit. Une page, pas davantage, avec trois verbes au début des lignes : je sais, je fais, je remarque. Les deux premiers se remplissent vite. Le troisième est le plus intéressant, car ce que l'on remarque désormais sans effort est la part du savoir qui ne s'oublie pas.

## Laisser sur place

Tout n'est pas à emporter. Certains conseils ne convenaient pas à votre caractère, d'autres supposaient du temps que vous n'avez pas, quelques-uns étaient simplement moins bons qu'ils n'en avaient l'air. Les abandonner au bord du chemin n'a rien d'une ingratitude. Un voyageur qui garde tout finit par ne plus marcher.

Il arrive aussi qu'on doive quitter une idée à laquelle on tenait. On l'avait en arrivant, elle nous avait même servi de guide, et voilà qu'elle ne colle plus à ce que l'on a vu. Rendez-lui hommage et laissez-la partir. C'est à ce genre d'adieu que l'on mesure un apprentissage.

Restent les objets encombrants, ceux dont on ne sait s'il faut les garder. Une méthode admirable que l'on n'applique jamais, un exemple trop beau, un projet dont on parle depuis des mois. Rangez-les dans une caisse, inscrivez une date sur le couvercle, fermez. Si vous n'avez pas rouvert la caisse à cette date, donnez-la sans regarder à l'intérieur.

## Une question pour la route

On termine volontiers un livre avec l'envie d'en ouvrir dix. Le risque est connu : dix livres commencés, aucun achevé, et l'élan qui se disperse. Choisissez plutôt une question. Une seule, assez précise pour tenir sur la tranche d'une enveloppe, assez vaste pour occuper une saison.

Pour la reconnaître, écoutez ce qui vous revient sous la douche, dans le train, au moment de s'endormir. Les vraies questions n'attendent pas qu'on s'assoie à un bureau. Elles insistent avec douceur, et elles ont ceci de particulier qu'on ne les a lues nulle part : elles se sont formées en nous pendant que nous regardions ailleurs.

Si aucune ne se présente, empruntez celle-ci : qu'est-ce que je ferais autrement, dès demain, si je prenais au sérieux une seule des choses que je viens d'apprendre ?

## Prendre rendez-vous

Fixez une date, dans six mois environ, et inscrivez-la comme on note un anniversaire. Ce jour-là, rouvrez le livre au hasard. Des passages vous paraîtront trop simples, signe que vous avez avancé. D'autres, lus distraitement la première fois, diront soudain quelque chose, signe que vous êtes arrivé à l'endroit d'où ils se comprennent.

Revenir {a} après une absence procure une joie particulière. On retrouve ses repères comme on retrouve une maison dans le noir : la main sait où est la lampe. On voit aussi ce qui a bougé, et l'on comprend que c'est nous.

Voilà. La table est débarrassée, le sac est plus léger. Dehors, les choses dont nous avons parlé continuent sans nous attendre. Il ne reste qu'à les rejoindre.
`,
  }),
  archetype({
    key: "circle",
    arc: 1,
    titles: ["Revenir au point de départ", "Le tour de la maison", "Refermer, recommencer"],
    named: "Revenir {a}",
    description: "Le dernier chapitre refait le premier trajet avec d'autres yeux, et prépare les années qui suivent.",
    points: [
      "Refaire le premier exercice et comparer",
      "Reconnaître les progrès invisibles",
      "Remercier ses appuis",
      "Se donner une règle simple pour durer",
    ],
    text: `
Les promenades les plus satisfaisantes forment une boucle. On repasse devant la même barrière, le même arbre, et tout paraît à la fois identique et changé. Ce chapitre propose de finir ainsi : en retournant à l'endroit d'où nous étions partis. Il y a quelque douceur à revenir {a} sans être pressé d'y comprendre quoi que ce soit.

## Refaire le premier pas

Reprenez la toute première chose que vous ayez tentée, lue ou notée en vous approchant {de}. Recommencez-la sans tricher, avec le matériel d'alors et dans le même temps. Puis placez les deux résultats côte à côte. La différence surprend toujours, parfois par son ampleur, parfois parce qu'elle ne se trouve pas là où on l'attendait.

Souvent, le second essai n'est pas plus brillant. Il est plus calme. Les hésitations ont changé de place : elles se produisent maintenant aux endroits qui méritent qu'on hésite. Voilà un progrès qu'aucun diplôme ne mentionne et qu'un œil exercé reconnaît en un instant.

Profitez de ce retour pour vérifier une chose encore. Y avait-il, dans ce premier essai, une fraîcheur que vous avez perdue ? Une audace, un raccourci naïf, une joie de faire du bruit ? Il arrive que l'on gagne en sûreté ce que l'on cède en vivacité. Rien n'interdit alors de reprendre son bien.

## Les progrès qui ne se voient pas

Nous comptons volontiers ce qui s'ajoute : les notions, les exemples, les heures. Or une bonne part de ce qu'on apprend consiste à retirer. Moins de gestes inutiles, moins de certitudes, moins de mots entre l'idée et la chose. De l'extérieur, on croirait qu'il ne s'est rien passé. C'est même à cela que l'aisance ressemble.

Demandez-vous ce qui vous fatiguait au début et ne vous fatigue plus. La réponse vient rarement tout de suite, puisque l'on ne sent pas l'absence d'un poids. Elle est pourtant le meilleur bulletin que vous puissiez recevoir, et vous êtes seul à pouvoir le rédiger.

Un autre indice ne trompe guère : les questions des autres vous intéressent davantage que vos propres réponses.

## Remercier ses appuis

Personne n'apprend sans béquilles. Il y a eu quelqu'un pour répondre, quelqu'un pour se taire au bon moment, un lieu où l'on vous a laissé tranquille, un livre laissé ouvert sur une table. Faites-en la liste. Certaines personnes ignorent tout à fait ce que vous leur devez, et un mot de trois lignes leur ferait une bonne journée.

La gratitude a aussi une vertu pratique : elle indique ce qui marche. Si le même nom, la même heure ou le même banc reviennent dans votre liste, gardez-les. Une méthode se construit autour de ce qui nous a déjà aidés bien mieux qu'autour de ce qui devrait théoriquement nous aider.

## Une règle pour durer

Il serait dommage de conclure par un programme. Les programmes vieillissent mal. Une règle, en revanche, peut tenir des années si elle est assez courte. En voici quelques-unes, parmi lesquelles choisir ou s'inspirer :

- revenir un peu, mais revenir ;
- ne jamais quitter la table sans avoir préparé la fois suivante ;
- montrer une fois par saison ce que l'on fait à quelqu'un qui n'y connaît rien ;
- garder une place pour ce qui n'a aucune utilité.

Écrivez la vôtre à la main, à la fin du volume, là où les éditeurs laissent une page blanche dont nul ne sait que faire. Elle attendait cela.

Et puis refermez. On dit d'un bon repas qu'il laisse une légère faim, et l'on peut souhaiter la même chose d'un livre. Si l'envie de revenir {a} ne vous quitte pas tout à fait, ne cherchez pas plus loin la preuve que ces pages ont servi.
`,
  }),
];
