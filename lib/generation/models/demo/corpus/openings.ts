import { type Archetype, archetype } from "./archetype.ts";

export const openings: [Archetype, ...Archetype[]] = [
  archetype({
    key: "looking",
    arc: 0,
    titles: ["Regarder avant de juger", "Les yeux d'abord", "Une heure sans rien faire"],
    named: "Un premier regard sur {le}",
    description:
      "Avant les méthodes et les opinions, une heure d'attention : ce que l'on voit quand on accepte de ne rien conclure.",
    points: [
      "Repousser le jugement de quelques minutes",
      "Décrire avec des mots ordinaires",
      "Distinguer ce qu'on voit de ce qu'on croit",
      "Noter ses surprises avant de les oublier",
    ],
    text: `
Il y a une heure, au tout début, qui ne reviendra pas. Tout est encore neuf, rien ne porte d'étiquette, et l'on remarque des choses que l'habitude effacera bientôt. La plupart des gens la gaspillent en cherchant tout de suite à savoir quoi penser. Nous allons faire l'inverse : rester sur le pas de la porte, et regarder.

## Le jugement arrive toujours trop tôt

Mettez n'importe qui devant {le} et comptez les secondes. Avant la dixième, une phrase tombe : c'est beau, c'est compliqué, c'est pour les autres. Cette phrase rassure parce qu'elle ferme la question. Elle a pourtant le défaut de toutes les portes fermées, qui est d'empêcher d'entrer.

Le remède est modeste. Quand l'avis se présente, on le salue, on le pose sur le côté comme un manteau dans l'entrée, et l'on continue la visite. Il sera temps de le reprendre en partant. Bien souvent, à ce moment-là, il ne sera plus à la bonne taille.

Un vieux conseil d'atelier dit qu'il faut tourner trois fois autour d'un objet avant de le prendre en main. Le premier tour satisfait la curiosité. Le deuxième ennuie. Le troisième, seul, apprend quelque chose.

## Décrire avec des mots ordinaires

Prenez une feuille et racontez ce que vous avez sous les yeux à quelqu'un qui n'en aurait jamais entendu parler. Pas de terme savant, pas d'adjectif flatteur. Des formes, des quantités, des moments, des gens qui font des choses. L'exercice semble enfantin jusqu'à la quatrième ligne, où l'on découvre qu'on ne sait pas dire ce que l'on croyait connaître.

Ces lacunes sont précieuses. Chaque fois que la phrase se dérobe, tracez une croix dans la marge : vous venez de trouver un endroit où il y a quelque chose à apprendre. Une page qui compte dix croix vaut mieux qu'une page impeccable.

Faites ensuite lire la feuille à voix haute par une autre personne. Sa voix s'arrêtera, d'elle-même, aux passages obscurs.

## Ce qu'on voit, ce qu'on croit

Un enfant dessine la maison avec ses quatre murs, y compris celui qui est caché. Il ne dessine pas ce qu'il voit, il dessine ce qu'il sait. Nous faisons de même toute notre vie, avec plus d'élégance. Séparer les deux colonnes, l'observé et le supposé, demande un effort que rien ne remplace :

- à gauche, ce que n'importe quel témoin pourrait confirmer ;
- à droite, ce que j'en déduis, ce qu'on m'a dit, ce que j'espère ;
- au milieu, une marge assez large pour les hésitations.

La colonne de droite sera la plus longue, et il n'y a là aucune honte. Nos suppositions sont une carte provisoire. Elle conduit quelque part, à condition de se souvenir qu'elle a été dessinée de loin.

## Garder la trace des surprises

L'étonnement s'évapore vite. Au bout d'une semaine, ce qui intriguait paraît naturel ; au bout d'un mois, on jurerait l'avoir toujours su. Notez donc vos surprises le jour même, avec la date et sans commentaire. Elles composent le seul portrait {de} qu'ait dressé quelqu'un arrivant du dehors.

Plus tard, quand vous saurez beaucoup de choses, relisez cette liste. Elle vous rendra deux services. Elle mesurera le chemin parcouru, et elle vous rappellera les questions que se posent ceux qui commencent, ces questions que les connaisseurs ont oubliées au point de ne plus comprendre qu'on les pose.

Le reste du livre peut attendre une heure. Allez voir. Revenez avec trois lignes que personne ne vous a dictées.
`,
  }),
  archetype({
    key: "threshold",
    arc: 0,
    titles: ["Par où entrer", "La bonne porte", "Franchir le seuil"],
    named: "Entrer dans {le}",
    description:
      "Tout sujet a plusieurs portes, et la plus majestueuse est rarement la meilleure : comment choisir la sienne et faire le premier pas.",
    points: [
      "Reconnaître ce qui nous amène",
      "Préférer une porte étroite à un vaste portail",
      "Accepter de ne pas tout comprendre",
      "Tenir une promesse très petite",
    ],
    text: `
On reconnaît les débuts à leur désordre. Des titres empilés, des conseils contradictoires, une envie vague, et cette impression que tout le monde a commencé plus tôt et mieux. Rassurez-vous : personne n'est jamais entré par l'endroit prévu. On entre par où l'on peut, puis on apprend à circuler.

## Ce qui nous amène

Derrière chaque curiosité se cache une scène. Une conversation entendue, un objet hérité, une gêne un jour où il aurait fallu savoir. Cherchez la vôtre à propos {de}. Elle tient peut-être en une image, mais cette image vaut un programme : elle dit ce que vous voulez vraiment trouver, que l'on parle de théorie, de pratique ou de simple plaisir.

Une fois la scène retrouvée, écrivez-la en cinq lignes et rangez-la dans la couverture du livre. Les jours de découragement, elle servira de lanterne. On abandonne facilement un projet ; on tourne plus difficilement le dos à un souvenir.

Si plusieurs scènes se disputent la place, gardez la moins flatteuse. Elle est d'ordinaire la plus vraie.

## Portail ou petite porte

Les grands portails attirent. Commencer par l'histoire complète, par la vue d'ensemble, par le gros volume que tout le monde cite : quelle allure cela aurait ! L'ennui est qu'un portail donne sur une cour immense où rien n'indique la direction. On y marche longtemps, bien droit, sans jamais rien toucher.

La petite porte, elle, donne sur une seule pièce. Un cas, un lieu, un geste, une question précise. On en fait le tour en une soirée et l'on en sort avec quelque chose dans les mains. Surtout, elle communique avec toutes les autres, car il n'existe pas de détail qui ne tienne, par un fil, à l'ensemble.

Pour trouver la vôtre, achevez cette phrase sans réfléchir :

> Si je ne devais comprendre qu'une chose, ce serait…

La première réponse suffit. Elle sera maladroite, trop étroite peut-être : tant mieux, c'est exactement la taille d'une porte.

## Le brouillard fait partie du paysage

Pendant quelque temps, vous lirez des phrases dont la moitié vous échappera. Il est tentant de s'arrêter à chaque mot inconnu, dictionnaire en main. Mieux vaut continuer à marcher. Beaucoup de choses obscures à la page dix s'éclairent à la page trente, sans qu'on sache bien pourquoi, comme une pièce où les yeux s'habituent.

Gardez simplement une liste des obscurités qui reviennent. Ce qui n'apparaît qu'une fois pouvait être ignoré ; ce qui revient trois fois réclame une explication, et vous aurez alors assez de contexte pour la comprendre. L'ignorance bien rangée est déjà une forme de savoir.

## Une promesse minuscule

Les grandes résolutions ont une belle voix et la vie courte. Remplacez-les par un engagement ridicule à force d'être petit : un quart d'heure, trois fois par semaine, à la même place. Ce quart d'heure ne produira presque rien au début. Il installera un rendez-vous, et c'est lui qui fera le travail.

Choisissez l'heure où personne ne vous attend. Préparez la veille ce qu'il faudra : une page marquée, un outil sorti, une question sur un papier. Le plus dur, chaque fois, sera de s'asseoir ; tout ce qui abrège ce moment compte davantage que le talent.

Et si un jour manque, ne le rattrapez pas. Les jours manqués n'exigent aucune réparation. Ils demandent seulement que le suivant ait lieu.
`,
  }),
];
