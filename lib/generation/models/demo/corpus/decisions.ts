import { type Archetype, archetype } from "./archetype.ts";

export const decisions: Archetype[] = [
  archetype({
    key: "economy",
    arc: 0.57,
    titles: ["L'économie des moyens", "Faire mieux avec moins", "Ce que l'on peut ôter"],
    named: "L'essentiel {de}",
    description:
      "Retirer, simplifier, resserrer : la contrainte comme source d'invention et le superflu comme ennemi aimable.",
    points: [
      "Chercher ce que l'on peut enlever",
      "Se donner une contrainte féconde",
      "Réutiliser avant d'ajouter",
      "Reconnaître le point où moins devient trop peu",
    ],
    text: `
Donnez à un enfant trente-six crayons de couleur, il passera l'après-midi à les tailler. Donnez-lui-en trois, il dessinera. Les grandes personnes, devant l'abondance, taillent elles aussi leurs crayons : elles comparent, elles rangent, elles préparent des listes. Rien ne met au travail comme de n'avoir presque pas le choix. On peut s'approcher {de} dans ce dénuement-là, et même y prendre goût.

## Soustraire

Devant un problème, notre premier réflexe est d'ajouter. Une règle, une étape, une application, une réunion. L'idée de supprimer vient tard, quand elle vient, et se présente comme un renoncement. Inversez l'ordre, ne serait-ce qu'une fois : que pourrait-on ôter pour que cela aille mieux ?

Appliquez la question à votre façon d'aborder {le}. Énumérez tout ce que vous croyez nécessaire, puis barrez la moitié des lignes, au hasard s'il le faut. Tenez une semaine avec ce qui reste. Certaines absences se feront sentir dès le mardi, et vous remettrez ces choses-là sans discuter. Les autres n'auront manqué à personne.

L'exercice allège aussi la tête. Chaque objet que l'on possède, chaque tâche que l'on s'impose, réclame un petit loyer d'attention. On ne s'en aperçoit qu'en cessant de le payer.

## La contrainte féconde

Un poème de quatorze vers, un repas avec ce qui se trouve dans le placard, un discours de trois minutes. La limite irrite d'abord, puis elle sert de tremplin. Puisqu'on ne peut pas tout dire, il faut savoir ce que l'on veut dire ; puisque le beurre manque, on se souvient de l'huile, et une recette naît.

Fabriquez-vous des barrières de ce genre. Une page, une heure, une seule couleur, interdiction d'employer tel mot. Choisissez-les assez étroites pour obliger à inventer, assez souples pour ne pas décourager. On les supprimera ensuite, comme on retire un moule.

Beaucoup d'œuvres admirées pour leur liberté ont été faites ainsi, le dos au mur et le sourire aux lèvres.

Il faut simplement vérifier que la barrière porte sur le bon terrain. Se priver de sommeil n'a jamais rendu personne ingénieux. Se priver d'un effet facile, d'un raccourci dont on abuse, d'une phrase toute faite, oblige au contraire à regarder ce qui se cachait derrière. Demandez à vos proches quelle est votre ficelle préférée. Ils la connaissent. Coupez-la pendant un mois, et voyez ce qui tient encore sans elle.

## Se servir de ce qui est là

Avant d'aller chercher ailleurs, faites l'inventaire du tiroir. Il contient d'anciens essais, des notes sans suite, des compétences acquises pour tout autre chose. Un savoir-faire déplacé d'un domaine dans un autre passe souvent pour du génie. Ce n'est parfois que du rangement.

Les cuisines pauvres ont élevé cet art au plus haut. Rien ne s'y perd : le pain dur devient soupe, le bouillon devient sauce, la sauce relève le riz du lendemain. Chaque reste est considéré comme un commencement. Regardez vos propres restes de cet œil-là, et vous vous découvrirez assez riche.

L'argent économisé compte. Le temps aussi. Plus encore, on y gagne cette confiance de savoir que l'on se débrouillera.

## Trop peu

Il y a une limite, et l'austérité a ses coquets. À force d'enlever, on arrive à l'os, et l'os n'est pas confortable. Une explication trop brève oblige le lecteur à travailler deux fois ; une maison sans aucun objet inutile n'invite personne à s'asseoir. Le superflu, à petite dose, est une forme d'hospitalité.

Comment savoir que l'on est allé trop loin ? Quelqu'un d'autre vous le dira. Ce qui vous paraît limpide, à vous qui avez tout coupé de vos mains, manque peut-être d'une marche pour qui arrive. Remettez la marche.

Après quoi, offrez-vous un quatrième crayon. Vous saurez qu'en faire.
`,
  }),
  archetype({
    key: "choice",
    arc: 0.62,
    titles: ["Choisir, donc renoncer", "À la croisée des chemins", "L'embarras du choix"],
    named: "Choisir sa voie dans {le}",
    description:
      "On ne peut pas tout suivre : des façons simples de choisir, de s'y tenir quelque temps et de changer d'avis proprement.",
    points: [
      "Distinguer les choix réversibles des autres",
      "Décider de ses critères avant de comparer",
      "Fixer une durée d'essai",
      "Faire la paix avec les chemins non pris",
    ],
    text: `
La carte du restaurant compte huit pages plastifiées, et l'on finit par commander la même chose que la dernière fois. Au bistrot d'à côté, une ardoise propose deux plats. On hésite délicieusement, on choisit, on est content. Le nombre de possibilités et le bonheur de choisir ne marchent pas toujours dans le même sens. Autour {de}, la carte est longue ; tâchons de nous fabriquer une ardoise.

## Les portes qui se rouvrent

La plupart de nos décisions sont des portes battantes. On entre, on regarde, on ressort si l'endroit déplaît. Il est absurde de passer trois semaines devant de telles portes, à lire l'avis des clients. Entrez. Dix minutes à l'intérieur renseignent mieux que toutes les étoiles.

Quelques-unes, moins nombreuses, se referment derrière nous. Celles-là méritent du temps, des conseils, une nuit de sommeil et même plusieurs. Le tout est de ne pas les confondre. Devant chaque choix, posez d'abord cette question de serrurier : pourrai-je repasser par ici, et à quel prix ?

On s'aperçoit alors que l'angoisse ne suit pas la gravité. Nous hésitons des heures sur un détail réversible, et nous engageons dix ans sur un mouvement d'humeur.

## Les critères d'abord

Comparer des options avant de savoir ce que l'on cherche revient à goûter tous les vins d'une cave pour découvrir qu'on avait envie d'eau. Prenez donc une feuille avant d'examiner quoi que ce soit. Qu'attendez-vous {de}, au juste ? Écrivez cinq attentes, classez-les, et coupez la feuille après la troisième.

Ces trois lignes feront presque tout le travail. Beaucoup de possibilités brillantes tomberont d'elles-mêmes, puisqu'elles excellaient en quatrième ou en cinquième position. C'est un peu triste, et très reposant.

Si, en fin de compte, deux solutions restent à égalité, réjouissez-vous : vous ne pouvez pas vous tromper. Tirez à pile ou face. Et si, pendant que la pièce tourne en l'air, vous vous surprenez à espérer un côté, rattrapez-la sans regarder.

N'oubliez pas de consulter les personnes concernées. Nos critères ont une fâcheuse tendance à ne parler que de nous, alors que d'autres devront vivre avec le résultat, l'entendre, le contourner dans le couloir. Une conversation de dix minutes suffit d'ordinaire à faire apparaître la quatrième ligne qui manquait. Elle est rarement héroïque. Il s'agit de bruit, de clefs, d'heures de repas, et c'est là-dessus que les plus beaux projets trébuchent.

## Une durée d'essai

Un choix ne se juge pas le lendemain. Il lui faut le temps de déployer ses effets, et à nous celui de perdre nos anciennes habitudes. Fixez une durée, raisonnable et ferme, pendant laquelle la question ne se pose plus. Six semaines conviennent souvent. Tout regret qui se présente avant est prié de revenir à la date dite.

Cette trêve libère une énergie surprenante. On cesse de regarder par-dessus la haie, on s'occupe enfin de son propre carré. Or bien des choix médiocres, servis avec constance, donnent de meilleurs résultats qu'un choix excellent remis en cause chaque mardi.

Au jour convenu, examinez honnêtement. Continuer ou changer, les deux réponses sont bonnes, pourvu qu'elles soient données à voix haute.

## Les chemins non pris

Il restera toujours des chemins où nous n'irons pas. Vus de loin, ils sont bordés d'arbres et descendent vers la mer. On oublie qu'ils comptent leur part de côtes et de cailloux, puisque ceux-là, nos pieds ne les ont pas sentis.

Une petite cérémonie aide quelquefois. Écrivez sur un papier ce à quoi vous renoncez, dites-en du bien, puis rangez-le dans une boîte. Certaines de ces vies parallèles reviendront frapper plus tard, à un meilleur moment. Les autres dormiront sans rancune.

L'ardoise du bistrot a changé ce matin. Deux plats encore. Prenez donc celui dont vous ignorez le goût.
`,
  }),
  archetype({
    key: "limits",
    arc: 0.76,
    titles: ["Connaître les limites", "Jusqu'où aller", "Au bord de la carte"],
    named: "Les limites {de}",
    description:
      "Toute démarche s'arrête quelque part ; savoir où protège des promesses excessives et ouvre d'autres passages.",
    points: [
      "Reconnaître ce que le sujet n'explique pas",
      "Distinguer ses limites de celles du domaine",
      "Se méfier des clefs universelles",
      "Faire de la limite un lieu de rencontre",
    ],
    text: `
Arrivé au bout d'une jetée, on a le choix entre trois attitudes : rebrousser chemin, plonger, ou s'asseoir et regarder. Les promeneurs pratiquent les deux premières selon leur caractère. La troisième convient à ce chapitre, qui n'a pas d'autre ambition que de rester un moment assis au bord. L'eau, ici, commence là où finit ce que l'on peut attendre {de}.

## Ce qui ne relève pas d'ici

À mesure que l'on s'attache à un domaine, on le voit partout. Les conversations semblent s'y rapporter, les journaux en parlent sans le savoir, et l'on tient la clef de problèmes que l'on n'avait jamais remarqués. Cet enthousiasme a du charme. Il annonce le moment de faire une liste.

Sur cette liste figurera tout ce que l'on ne saurait ni comprendre, ni résoudre, ni consoler grâce {a}. Elle sera longue. Loin de rabaisser ce que l'on aime, elle le situe : un outil que l'on sait limité entre de bonnes mains rend des services, un outil réputé tout faire finit par tout abîmer.

Remarquez comme les connaisseurs véritables disent volontiers : là, je ne sais plus. Ils le disent sans gêne, avec même un certain appétit.

Faites lire la liste à une personne d'une autre partie. Elle sourira peut-être de vos précautions, puis ajoutera deux lignes auxquelles vous n'auriez pas songé, et une troisième que vous discuterez âprement. Cette discussion-là vaut qu'on s'y attarde, car elle a lieu sur la frontière.

## Mes bords et les siens

Quand une difficulté nous arrête, deux explications se présentent. Ou bien la chose est impossible, ou bien je ne sais pas la faire. La première flatte notre paresse, la seconde notre manie de nous accuser. Entre les deux, il faut enquêter.

L'enquête est assez simple : quelqu'un y est-il arrivé ? Dans des conditions comparables ? Depuis combien de temps s'y exerçait-il ? Si personne n'a jamais franchi ce pas, vous êtes devant un bord du domaine, et vous y êtes en bonne compagnie. Si d'autres l'ont franchi, c'est votre propre bord que vous touchez. Il se déplacera, avec du travail ou avec de l'aide.

Il existe aussi des limites que l'on choisit. Ne pas aller au-delà d'un certain prix, d'un certain risque, d'une certaine heure du soir. On leur doit souvent le meilleur de ce que l'on fait.

## Les clefs universelles

Chaque époque a ses passe-partout. Une notion réussit quelque part, brillamment, et la voici qui voyage : on l'applique à l'amour, à la cuisine, au gouvernement des peuples. Les premières traductions sont stimulantes. Ensuite, les serrures commencent à se ressembler étrangement, parce qu'on ne regarde plus que le trou.

Trois signes permettent de reconnaître la clef qui force :

- elle explique aussi bien une chose que son contraire ;
- les cas gênants sont déclarés mal observés ;
- ceux qui doutent sont soupçonnés d'y avoir intérêt.

En leur présence, reposez la clef sur la table et retournez examiner la porte. Elle était peut-être ouverte.

## Au bord, les voisins

Là où un domaine s'arrête, un autre commence. Les bords sont habités. On y rencontre des gens venus d'en face, arrêtés par la même eau et qui contemplent notre rive avec curiosité. Ils ont d'autres mots, d'autres instruments, d'autres façons de se tromper.

Apportez-leur une question que vous n'arrivez pas à résoudre, exposée sans jargon. Proposez d'écouter l'une des leurs. Il n'en sortira pas forcément quelque chose. Mais les rares fois où une passerelle se construit, elle part de là, de deux personnes assises au bout de leur jetée respective, qui se sont fait signe.

Le soir tombe. Sur l'autre bord, une lampe s'allume. On distingue mal ce qu'elle éclaire, et c'est une excellente raison de revenir.
`,
  }),
];
