import { type Archetype, archetype } from "./archetype.ts";

export const people: Archetype[] = [
  archetype({
    key: "company",
    arc: 0.56,
    titles: ["Ne pas rester seul", "La compagnie qu'il faut", "Les autres autour de la table"],
    named: "À plusieurs autour {de}",
    description: "Un allié, un contradicteur, un débutant : l'entourage dont on a besoin pour avancer sans se perdre.",
    points: [
      "Trouver un compagnon de route",
      "Accueillir un contradicteur bienveillant",
      "Fréquenter des débutants",
      "Protéger ses heures de solitude",
    ],
    text: `
Autour d'une grande table, un soir d'hiver, chacun a apporté de quoi s'occuper. L'un recoud, l'autre recopie, une troisième ne fait rien du tout et commente. On parle peu. À la fin, pourtant, les ouvrages ont avancé davantage que si chacun était resté chez soi, et personne ne saurait expliquer pourquoi. Même pour {le}, une table de ce genre mérite qu'on la cherche.

## Un compagnon de route

Le premier allié n'a pas besoin d'être savant. Il suffit qu'il soit engagé dans une aventure du même genre, à peu près au même point, et qu'il décroche quand on l'appelle. On échange des nouvelles, on se plaint un peu, on se donne rendez-vous. Rien ne ressemble moins à un enseignement. C'est pourtant là que se décide, la plupart du temps, qui continue et qui renonce.

Passez avec lui un contrat très simple : chaque vendredi, trois lignes. Ce que j'ai fait, ce qui m'arrête, ce que je tenterai. Il n'est pas nécessaire de répondre. Savoir que quelqu'un lira suffit à donner du relief à la semaine.

Si personne ne se présente, écrivez à un inconnu dont le travail vous a plu. Une lettre courte, précise, qui ne demande rien. Beaucoup resteront sans réponse. Une seule qui revient peut réchauffer une année entière.

## Le contradicteur

Plus rare, plus précieux aussi, est celui qui n'est pas d'accord et qui vous veut du bien. Les deux conditions sont indispensables. Sans la seconde, il blesse ; sans la première, il endort. Son rôle consiste à trouver le point faible avant que la réalité ne s'en charge, elle qui n'a aucun tact.

Choisissez bien le moment de le consulter. Trop tôt, il écrase une idée encore molle ; trop tard, vous n'écoutez plus. Le meilleur instant se situe à mi-chemin, quand l'ouvrage tient debout et que l'on peut encore déplacer un mur.

Apprenez ensuite à entendre. La règle tient en deux mots : ne répondez pas. Notez, remerciez, dormez. Le lendemain, la moitié des objections vous paraîtra injuste, et l'autre moitié évidente depuis toujours.

## Ceux qui commencent

On recherche la compagnie des plus avancés, on a raison. On devrait rechercher autant celle des débutants. Ils posent la question interdite, ils touchent à ce qu'on ne touche plus, ils appellent les choses par des noms approximatifs et quelquefois meilleurs. Leur présence oblige à redire pourquoi l'on procède ainsi, et il arrive qu'on ne le sache plus.

Accompagner quelqu'un dans ses premiers pas autour {de} fait également mesurer la distance parcourue. Ce qu'il trouve impossible, vous le faites sans y songer. L'avoir oublié était une forme d'ingratitude envers vous-même.

Soyez patient, soyez bref. Un débutant n'a pas besoin de tout ce que vous savez, il a besoin de la prochaine marche.

## Fermer la porte

Après cet éloge de la compagnie, il faut défendre la solitude. Certaines choses ne se comprennent qu'à voix basse, dans une pièce où nul n'attend de résultat. Un groupe, même excellent, pousse doucement vers ce que tous approuvent. Il arrondit.

Réservez-vous des heures sans témoin. Essayez-y ce qui ne se montre pas, suivez une piste que personne n'encourage, restez une matinée sur un point que les autres ont déjà dépassé. De ces retraites, on revient avec quelque chose à poser sur la table commune, et les conversations y gagnent.

L'équilibre varie selon les tempéraments. Chez les uns, trois jours de bureau fermé demandent un dîner ; chez les autres, un dîner réclame trois jours. Nul n'est bâti à l'envers.
`,
  }),
  archetype({
    key: "visitor",
    arc: 0.7,
    titles: ["L'œil du visiteur", "Faire visiter", "Vu par quelqu'un d'autre"],
    named: "Un regard étranger sur {le}",
    description:
      "Inviter un regard étranger sur ce que l'on croit connaître, et retrouver la surprise qu'on avait perdue.",
    points: [
      "Préparer une visite de vingt minutes",
      "Observer ce que l'invité remarque",
      "Répondre aux questions naïves",
      "Revoir sa maison après son départ",
    ],
    text: `
Il suffit d'annoncer une visite pour que la maison change d'aspect. On aperçoit soudain la pile de journaux, la marche qui grince, le tableau de travers depuis des mois. Rien n'a bougé. Un regard étranger, encore absent, nous a simplement prêté ses yeux. Portons-les maintenant sur {le}.

## Vingt minutes, pas davantage

Imaginez que l'on sonne chez vous et qu'une personne intelligente, curieuse, tout à fait ignorante, vous demande de lui faire faire le tour {de}. Elle dispose de vingt minutes. Que montrez-vous ? Par quelle pièce commencer ? Où l'inviterez-vous à s'asseoir ? La question paraît mondaine, et c'est un examen complet.

On se rend compte, en préparant l'itinéraire, que ce que l'on aime n'est pas ce que l'on sait le mieux expliquer. Certaines salles superbes ne disent rien sans une longue préparation. D'autres, que l'on traversait sans lever la tête, émerveillent d'emblée. Il va falloir choisir entre le plaisir de l'hôte et celui du guide.

Coupez impitoyablement. Un invité garde le souvenir de trois choses, rarement de quatre, et mieux vaut décider lesquelles.

## Suivre son regard

Le jour venu, parlez moins que prévu. Laissez l'invité s'arrêter où bon lui semble, et notez mentalement l'endroit. Il caresse un objet que vous alliez passer sous silence. Il traverse au pas de course la galerie dont vous étiez si fier. Ces écarts ne sont pas des impolitesses, ils indiquent où se trouve la poignée.

Son vocabulaire vous renseignera encore mieux. Il cherche un mot, en emprunte un à son propre métier, et le voilà qui décrit votre affaire avec les termes de la navigation ou de la coiffure. Retenez ces trouvailles. Elles franchiront d'autres portes que vos définitions.

Prenez garde enfin à ses silences. Celui de l'ennui regarde vers la fenêtre ; celui de la réflexion regarde vers le sol.

Ne vous hâtez pas de combler ces silences. Nous avons, comme hôtes, la terreur des pauses, et nous les remplissons d'anecdotes qui n'étaient pas au programme. Laissez plutôt la pièce parler un moment. L'invité revient sur ses pas, touche de nouveau, formule à demi-voix une remarque qu'il n'osait pas faire. C'est elle, bien souvent, que vous vous répéterez le soir, en lavant les tasses.

## Les questions naïves

« Et si l'on n'en faisait pas ? » « Qui a décidé ? » « À quoi voit-on que c'est fini ? » Elles arrivent sans prévenir, lancées avec le sourire, et l'on sent le plancher bouger. Les spécialistes s'en tirent par une boutade. Essayez plutôt de répondre pour de bon.

Il y a des chances que la réponse se défasse en cours de route. Vous commencerez avec assurance, vous ajouterez une exception, puis une deuxième, et vous finirez par dire que c'est l'usage. Fort bien. Vous tenez là une poutre qu'il serait instructif d'ausculter, à tête reposée.

Une question naïve restée sans réponse honore celui qui l'avoue. Elle peut occuper ensuite deux personnes au lieu d'une.

## Après le départ

La porte refermée, ne rangez pas tout de suite. Refaites seul le parcours, dans le même ordre, en vous arrêtant là où l'autre s'est arrêté. Les choses gardent pendant une heure la trace de son attention, comme un fauteuil garde la forme de quelqu'un. Vous verrez votre propre domaine presque tel qu'il l'a vu.

C'est le bon moment pour corriger. Redressez le tableau, ôtez la pile, ajoutez une chaise à l'endroit où il aurait fallu en trouver une. Peut-être supprimerez-vous une salle entière, maintenue jusque-là par fidélité.

Invitez souvent. Variez les visiteurs : un enfant, un voisin bougon, quelqu'un qui n'aime pas le sujet et vient par amitié. Chacun emporte un petit morceau de la maison, et chacun, sans le savoir, en laisse un.
`,
  }),
  archetype({
    key: "transmission",
    arc: 0.86,
    titles: ["Transmettre", "Passer le relais", "Ce qu'on apprend en enseignant"],
    named: "Transmettre le goût {de}",
    description:
      "Expliquer à quelqu'un est la dernière étape de l'apprentissage, et peut-être la plus instructive pour celui qui explique.",
    points: [
      "Partir de ce que l'autre sait déjà",
      "Montrer avant d'expliquer",
      "Laisser faire, et se taire",
      "Transmettre aussi le goût",
    ],
    text: `
Une grand-mère montre à un garçon de sept ans comment casser un œuf. Elle en casse un, lentement, sans commentaire, puis lui tend le second. La coquille part dans le bol, naturellement. Elle ne dit rien, elle lui donne une fourchette pour repêcher les morceaux. Toute la pédagogie est là, sur la table, un peu collante. Ce que l'on sait {de} peut se transmettre aussi simplement.

## Partir d'en face

Celui qui sait voudrait commencer par le commencement, c'est-à-dire par ce qui lui paraît logique. Celui qui apprend se tient ailleurs, avec ses propres images, ses craintes, deux ou trois idées fausses auxquelles il tient. La leçon doit partir de là. Demandez-lui donc de raconter d'abord comment il se représente {le}. Écoutez sans rectifier. Les deux minutes ainsi dépensées en épargneront trente.

Cherchez ensuite le point d'appui : une chose qu'il maîtrise et dont la nouvelle n'est qu'une variante. Un joueur de cartes comprend vite les probabilités, un jardinier la patience des placements. Chacun possède un pays d'où l'on peut passer à pied dans le vôtre.

Et si vous ne trouvez aucun point commun, apprenez d'abord quelque chose de lui. Le chemin, une fois ouvert, sert dans les deux sens.

## Montrer avant d'expliquer

L'explication qui précède l'expérience tombe dans le vide. Elle décrit un goût à qui n'a pas goûté. Faites voir, faites toucher, laissez naître une question ; alors seulement, répondez. On vous écoutera avec cette attention particulière que l'on réserve aux réponses que l'on a soi-même réclamées.

Montrez aussi la version ratée. Placée à côté de la bonne, elle épargne bien des discours. Beaucoup de règles qui semblent arbitraires apparaissent évidentes quand on voit ce qui se passe si on les oublie, et l'on se souvient d'une catastrophe mieux que d'un précepte.

N'ayez pas peur d'aller lentement. Ce qui dure une seconde pour la main entraînée contient, pour l'œil neuf, six événements distincts.

Gardez les noms pour la fin. Un terme donné trop tôt occupe la place de la chose, et l'élève récite au lieu de voir. Donné au bon moment, quand il a déjà tourné trois fois autour et qu'il cherche comment dire, le même terme est accueilli comme une délivrance. Il s'accroche aussitôt à un souvenir, à une sensation, à une petite victoire, et l'on n'a presque jamais besoin de le répéter.

## Laisser faire

Puis vient le plus difficile, qui est de croiser les bras. L'autre essaie, hésite, prend l'outil à l'envers. Tout en vous se tend vers lui. Si vous intervenez maintenant, il aura un travail réussi et n'aura rien appris ; si vous attendez trop, il se découragera. Entre les deux s'étend une zone de quelques secondes, où se joue le métier d'enseigner.

Un bon repère consiste à compter jusqu'à dix. Vers sept, le plus souvent, il a trouvé. Et quand il n'a pas trouvé, posez une question au lieu de donner la solution : que regardes-tu en ce moment ? La solution lui appartiendra davantage.

Acceptez enfin qu'il fasse autrement. La première fois, c'est une maladresse. La dixième, cela pourrait bien être une amélioration.

## Le goût

On oublie presque tout ce que nos maîtres nous ont dit. On garde leur manière : une impatience joyeuse, une façon de tourner la page, le soin qu'ils mettaient à essuyer leurs lunettes avant d'aborder un passage qu'ils aimaient. Ces choses-là ne s'enseignent pas. Elles s'attrapent, comme un accent.

Il n'est donc pas interdit de laisser voir son plaisir. Une heure passée auprès de quelqu'un qui aime ce qu'il fait peut décider d'une vie, quand bien même on n'y aurait compris qu'un mot sur trois.

Le garçon a mangé son omelette. Elle croquait un peu. Dans quarante ans, il tendra un œuf à quelqu'un, sans rien dire, et cherchera des yeux la fourchette.
`,
  }),
  archetype({
    key: "story",
    arc: 0.82,
    titles: ["Raconter", "Il était une fois, donc", "Mettre en récit"],
    named: "Raconter {le}",
    description:
      "Donner à ce que l'on sait la forme d'une histoire, sans tricher avec les faits, pour qu'il soit entendu et retenu.",
    points: [
      "Trouver la tension qui fait avancer",
      "Choisir un personnage et un moment",
      "Couper ce qui n'appartient pas à l'histoire",
      "Rester fidèle sans être ennuyeux",
    ],
    text: `
Au milieu d'un exposé, l'orateur pose ses feuilles et dit : « Un jour, il m'est arrivé une chose bizarre. » Dans la salle, les têtes se relèvent d'un coup, jusqu'à celle du monsieur qui dormait. Depuis que les humains se réunissent autour d'un feu, cette petite phrase produit le même effet. Rien n'interdit de la prononcer au sujet {de}.

## La tension

Une histoire commence quand quelqu'un veut quelque chose et ne l'obtient pas tout de suite. Le reste est décor. Si votre récit n'avance pas, cherchez qui veut quoi, et ce qui l'en empêche. Même l'exposé le plus austère en contient la matière : une question résistait, on a essayé ceci, ce fut un échec, on a fini par regarder de l'autre côté.

À propos {de}, demandez-vous où se trouve la difficulté, la vraie, celle qui empêche de dormir. Placez-la au début. On croit bien faire en ménageant l'auditeur, en préparant le terrain, en définissant les termes. Pendant ce temps, il regarde sa montre. Donnez-lui un problème et il vous réclamera lui-même les définitions.

La tension n'exige pas de drame. Une casserole qui va déborder y suffit.

## Un personnage, un moment

« Les gens », « la société », « on » ne sont jamais allés nulle part. Il faut quelqu'un, quelque part, un certain matin. Ce peut être vous, un voisin, une figure composée dont vous direz honnêtement qu'elle l'est. Dès que le lecteur voit une main ouvrir une porte, il entre derrière elle, et vous pouvez lui faire visiter ensuite des idées fort abstraites.

Le moment compte autant que la personne. Choisissez celui où tout pouvait encore basculer, l'instant qui précède la réponse. Raconter à partir de la fin, quand chacun sait déjà, revient à servir un soufflé froid.

Quelques détails concrets feront le reste. Deux, bien choisis : une odeur, un bruit de chaise. Au troisième, le lecteur commence à voir l'auteur qui s'applique.

Laissez-lui aussi des torts. Un héros qui réussit tout au premier essai n'apprend rien à personne et finit par agacer, surtout quand il dit « je ». Celui qui se trompe de clef, qui oublie le nom de son hôte, qui avait prévu tout autre chose, nous ressemble assez pour que nous le suivions. On tremble un peu pour lui. On profite alors de sa découverte comme si l'on y était pour quelque chose.

## Couper

Le conteur possède toujours trop. Trop de circonstances, trop de nuances, des anecdotes merveilleuses qui n'ont qu'un défaut, celui d'appartenir à une autre histoire. Enlevez-les. Rangez-les soigneusement ailleurs si la séparation est trop cruelle, mais enlevez-les.

Une épreuve simple permet de trier : racontez votre récit en une minute à quelqu'un qui prépare le repas. Ce que vous n'avez pas pensé à dire n'était pas indispensable. L'endroit où il a cessé d'éplucher ses carottes est le cœur.

Relisez ensuite votre premier paragraphe et demandez-vous si le deuxième ne ferait pas un meilleur commencement. C'est très souvent le cas, hélas.

## Fidélité

Un bon récit séduit, et cette puissance inquiète avec raison. L'ordre des événements se laisse arranger, les causes deviennent un peu trop nettes, le hasard disparaît. Chaque ajustement paraît innocent. Au bout de dix, la chose racontée n'a plus grand rapport avec la chose vécue.

Donnez-vous une limite ferme : on peut choisir, on peut resserrer, on ne peut pas inventer sans le dire. Quand un doute subsiste, laissez-le paraître dans la phrase. « Je ne me souviens plus très bien » n'a jamais affaibli une histoire ; cela rappelle qu'il y avait quelqu'un.

Et finissez avant la fin. Les morales appuyées donnent envie de protester. Une dernière image, un geste suspendu, la casserole que l'on retire du feu : l'auditeur fera lui-même les quelques pas qui manquent, et ce sont ceux dont il se souviendra.
`,
  }),
];
