import { type Archetype, archetype } from "./archetype.ts";

export const trials: Archetype[] = [
  archetype({
    key: "error",
    arc: 0.46,
    titles: ["L'erreur comme boussole", "Éloge du raté", "Se tromper utilement"],
    named: "Ce que l'erreur apprend {de}",
    description:
      "L'erreur renseigne mieux que la réussite, pourvu qu'on sache la regarder, la classer et ne pas la refaire par distraction.",
    points: [
      "Regarder l'erreur avant de la corriger",
      "Distinguer le faux pas, la méprise et la mauvaise route",
      "Créer un endroit où l'on peut rater sans frais",
      "Raconter ses échecs pour qu'ils servent",
    ],
    text: `
La gomme est usée d'un seul côté, et l'on a honte de la prêter. Pourtant, parmi tous les objets posés sur la table, c'est elle qui connaît le mieux notre histoire. Elle sait à quel endroit nous hésitons. Un bon professeur demanderait à la voir avant de demander le devoir. Il y aura des ratures autour {de} : ne les effaçons pas tout de suite.

## Regarder avant d'effacer

Le premier mouvement, devant un ratage, est de le faire disparaître. On efface, on recommence, on parle plus fort. Perdre ainsi une erreur est un vrai gâchis, car elle contient un renseignement que la réussite ne donne jamais : elle indique l'endroit exact où notre idée des choses et les choses elles-mêmes se séparent.

Accordez-lui une minute. Qu'attendiez-vous ? Qu'est-il arrivé ? À quel moment l'écart est-il apparu ? Ces trois questions tiennent sur un coin de feuille. Elles transforment un agacement en observation, et l'observation, à la différence de l'agacement, se conserve.

Une réussite du premier coup mérite d'ailleurs la même enquête. On a parfois eu raison pour de mauvais motifs, et la chance est un professeur qui ne repasse pas.

## Trois familles

Toutes les fautes ne se soignent pas de la même façon. Avant de chercher le remède, cherchez la famille :

- le faux pas : on savait, la main a glissé, il faut du repos ou un meilleur éclairage ;
- la méprise : on croyait savoir, une notion est à reprendre depuis le début ;
- la mauvaise route : chaque étape était juste, la direction ne l'était pas.

La plupart des gens traitent les trois par la même punition, qui est de s'appliquer davantage. S'appliquer guérit quelquefois la première. Pour la deuxième, cela enracine le malentendu ; pour la troisième, on arrive simplement plus vite là où l'on ne voulait pas aller.

Quand une même difficulté revient, à propos {de}, sous des habits différents, soupçonnez la troisième famille. Posez le travail et remontez le chemin à l'envers. Le carrefour où vous avez tourné se trouve souvent bien avant l'endroit où vous vous êtes aperçu de quelque chose.

## Un bac à sable

On n'ose rater que là où cela ne coûte rien. Il faut donc fabriquer cet endroit : un brouillon, une copie, une maquette, un petit groupe où il est convenu que personne ne rit. Les métiers dangereux le savent depuis longtemps et ont inventé des simulateurs. Les métiers paisibles devraient les imiter.

Dans ce bac à sable, poussez exprès au-delà de la limite. Trop vite, trop fort, trop peu. Tant que l'on n'a pas franchi une frontière, on n'en connaît pas le tracé, et l'on reste prudemment au milieu, sans même savoir combien le pays était grand.

Fixez-vous un quota, à l'occasion : cinq échecs avant midi. La consigne fait sourire, puis elle fait travailler. On ose ce que l'on n'aurait pas osé, et il arrive que le cinquième échec refuse obstinément d'en être un.

## Raconter

Les récits d'expérience commencent souvent après la bataille, quand tout s'est arrangé. Ils gagneraient à garder leurs accrocs. Lorsqu'une personne expérimentée raconte devant un débutant la bêtise qu'elle a faite à son âge, il se passe dans la pièce quelque chose d'important : l'un découvre qu'il a le droit, l'autre se souvient qu'il l'a eu.

Prenez l'habitude de ces confidences. Elles demandent un peu d'orgueil, justement, assez pour ne pas craindre d'en perdre. Un groupe où l'on se raconte ses erreurs en commet chaque fois de nouvelles ; ailleurs, on refait pieusement les anciennes.

Quant à la gomme, gardez-la bien en vue. Usée, elle prouve que quelqu'un, ici, a cherché.
`,
  }),
  archetype({
    key: "repetition",
    arc: 0.4,
    titles: ["Répéter sans s'endormir", "Encore une fois", "La vertu du recommencement"],
    named: "Revenir cent fois {a}",
    description:
      "Refaire la même chose peut endormir ou éveiller ; tout dépend de ce que l'on change d'une fois sur l'autre.",
    points: [
      "Répéter court et souvent",
      "Introduire une variation à chaque reprise",
      "Espacer au lieu d'accumuler",
      "Reconnaître le moment où le pli est pris",
    ],
    text: `
De l'autre côté du mur, quelqu'un étudie au piano. Quatre mesures, toujours les mêmes, depuis une demi-heure. On pourrait s'en irriter. Si l'on tend l'oreille, on remarque que ce ne sont jamais tout à fait les mêmes, et que, vers la vingtième reprise, une phrase s'est mise à respirer. C'est ainsi que l'on s'habitue {a}, puis que l'on recommence à s'en étonner.

## Court et souvent

Deux heures le dimanche valent moins que vingt minutes six fois dans la semaine. Le total est identique, l'effet ne l'est pas : entre deux séances brèves, quelque chose continue de se ranger sans nous. La longue séance ne laisse pas à ce rangement le temps d'avoir lieu, elle empile sur un sol encore humide.

La brièveté a une autre vertu, elle désarme les excuses. Il est facile de trouver qu'on n'a pas deux heures. Il faut une réelle mauvaise foi pour prétendre ne pas avoir dix minutes, et la mauvaise foi, à la longue, fatigue son propriétaire.

Arrêtez pendant que cela va bien. On se souvient surtout de la fin des choses, et c'est avec ce souvenir qu'on reviendra.

## Changer un détail

Une répétition parfaite ne nous apprend plus rien après la troisième fois. L'attention décroche, le geste continue seul, et l'on peut ainsi consolider fidèlement ses propres défauts pendant des années. Pour rester éveillé, il suffit de modifier un paramètre : l'ordre, la vitesse, l'éclairage, la main, le point de départ.

Prenons un exercice que vous connaissez trop bien. Commencez-le par la fin. Faites-le en silence, puis en commentant. Racontez-le à un enfant imaginaire, qui interrompt. Chaque déguisement oblige à retrouver la chose sous un autre angle, et ce que l'on retrouve de plusieurs côtés ne se perd plus guère.

Attention cependant à ne varier qu'un élément. Si tout bouge en même temps, on ne saura pas à quoi attribuer la différence, et la variation ne sera qu'une distraction de plus.

## Espacer

Revoir le lendemain, puis la semaine suivante, puis le mois d'après : ce vieux principe paraît contraire au bon sens, puisqu'il laisse à l'oubli le temps de faire son œuvre. C'est précisément ce qu'on lui demande. L'effort nécessaire pour aller rechercher un souvenir déjà un peu enfoui est celui qui le fixe.

Organisez donc vos retours {a} comme un facteur sa tournée. Les maisons récentes reçoivent une visite fréquente, les anciennes un passage de loin en loin. Une petite boîte de fiches suffit, ou un calendrier accroché à la porte. Le procédé importe peu, à condition que ce ne soit pas l'humeur qui choisisse.

Vous oublierez, bien sûr. Ne le prenez pas pour un affront. Une chose oubliée puis réapprise revient en trois fois moins de temps, et elle revient plus solide, comme un os après une fracture bien soignée.

## Quand le pli est pris

Il est un moment où la répétition a terminé son travail. On le reconnaît à un symptôme amusant : on peut penser à autre chose. La chose se fait, correctement, pendant que l'esprit regarde par la fenêtre. Ne restez pas là. Montez d'un cran, ou allez répéter ailleurs.

Les virtuoses, paraît-il, n'abandonnent jamais leurs gammes. Ils ne les jouent pourtant pas comme nous. Ils y écoutent la justesse d'un doigt, l'égalité d'un silence, des nuances que nous n'entendrions pas. Recommencer, à ce degré, consiste à creuser au même endroit jusqu'à trouver l'eau.

Le piano s'est tu. Dans quelques instants, sans doute, il reprendra au début de la ligne. Écoutez bien la différence.
`,
  }),
  archetype({
    key: "doubt",
    arc: 0.52,
    titles: ["Le bon usage du doute", "Hésiter comme il faut", "Ce dont on n'est pas sûr"],
    named: "Du doute à propos {de}",
    description: "Entre la certitude et la paralysie existe un doute actif, qui vérifie, propose et sait se taire.",
    points: [
      "Donner un degré à ses certitudes",
      "Chercher ce qui nous ferait changer d'avis",
      "Douter des choses plutôt que de soi",
      "Décider malgré l'incertitude",
    ],
    text: `
Vers trois heures du matin, tout le monde doute. À cette heure-là, le doute est un mauvais compagnon, il grossit les ombres et n'écoute pas. Il existe heureusement son cousin diurne, plus discret, qui porte des lunettes et pose des questions précises. C'est avec lui que nous passerons ce chapitre. Il a sûrement quelques remarques à faire sur {le}.

## Des degrés

Nous parlons comme s'il n'y avait que deux états : savoir, ignorer. Or l'essentiel de ce que nous avons dans la tête flotte entre les deux. Essayez de noter vos idées sur une échelle de un à dix, selon ce que vous seriez prêt à parier. Une opinion affirmée avec force descend soudain à six. Une intuition que l'on n'osait pas formuler grimpe à huit.

Ce petit barème change les conversations. « J'en suis à sept » invite l'autre à donner son propre chiffre et ses raisons, quand « j'en suis sûr » l'invite à se taire ou à crier. Il adoucit aussi les revirements : passer de sept à quatre n'humilie personne.

Recommencez au bout d'un mois, sans regarder les anciens chiffres. Ceux qui ont bougé racontent ce que vous avez appris ; ceux qui n'ont pas frémi méritent qu'on vienne les secouer un peu.

## Ce qui nous ferait changer d'avis

Voici une épreuve assez rude. Prenez la conviction à laquelle vous tenez le plus, au sujet {de}, et décrivez le fait qui suffirait à vous la faire abandonner. Si vous le trouvez, elle est vivante : elle touche au monde par un endroit, elle accepte d'en recevoir des nouvelles. Si aucun fait imaginable n'y suffit, vous tenez autre chose, une fidélité, une espérance, un goût. Ces choses sont respectables. Elles demandent à être appelées par leur nom.

L'épreuve vaut également pour les idées des autres. Avant de discuter, demandez ce qui ferait changer d'avis votre interlocuteur. Une réponse claire promet une bonne soirée. Un haussement d'épaules économise une heure.

Les plus honnêtes réfléchissent en silence un moment, puis disent : je ne m'étais jamais posé la question. Gardez ces gens-là près de vous.

## Ne pas se tromper de cible

Le doute sur la chose est un instrument ; le doute sur soi devient vite une habitude. On les confond parce qu'ils se présentent ensemble. « Cette explication est-elle juste ? » appelle une vérification, que l'on peut faire avant le déjeuner. « Suis-je fait pour comprendre ? » n'appelle rien, sinon d'autres questions du même tonneau.

Chaque fois que la seconde se présente, traduisez-la dans la langue de la première. Que n'ai-je pas compris, exactement ? À quelle ligne ? Il est rare que l'angoisse survive à un numéro de page.

Ce travail de traduction devient plus rapide avec l'âge. Il ne devient jamais tout à fait inutile, et les personnes qui vous semblent les plus assurées s'y livrent chaque matin, entre le café et la porte.

## Décider quand même

On peut attendre d'être certain. On peut aussi attendre que la mer soit vide. La plupart des choix se font avec une lumière insuffisante, par des gens qui auraient aimé un jour de plus. L'essentiel est alors de choisir ce que l'on pourra défaire : une petite dépense, un essai de deux semaines, une version provisoire clairement nommée.

Écrivez, au moment de trancher, ce que vous espérez et ce que vous craignez. Plus tard, quand le résultat sera connu, la mémoire prétendra que vous aviez tout prévu. Le papier la contredira gentiment.

Puis avancez. Le doute ne disparaît pas, il prend place à l'arrière, ceinture bouclée, et fait de temps en temps remarquer que l'on a peut-être manqué la sortie. Il lui arrive d'avoir raison.
`,
  }),
  archetype({
    key: "measure",
    arc: 0.47,
    titles: ["Mesurer ce qui peut l'être", "Compter, peser, attendre", "Le chiffre et la chose"],
    named: "Ce qui se mesure dans {le}",
    description:
      "Ce que les mesures éclairent, ce qu'elles déforment, et comment garder une place à ce qui ne se compte pas.",
    points: [
      "Choisir peu d'indicateurs, et les bons",
      "Mesurer avant de changer quoi que ce soit",
      "Se méfier des mesures devenues objectifs",
      "Garder un œil sur ce qui ne se compte pas",
    ],
    text: `
Sur le chambranle d'une porte de cuisine, des traits de crayon montent en désordre, avec des prénoms et des dates. Nul tableau de bord n'a jamais été consulté avec plus de passion. On y apprend beaucoup de choses, en particulier que la croissance se moque de la régularité et que les enfants se tiennent plus droits ce jour-là. Essayons de faire aussi bien avec {le}.

## Peu, mais bien

Qui commence à mesurer veut tout mesurer. Les colonnes s'ajoutent, la saisie prend plus de temps que l'action, et l'on abandonne un soir de fatigue. Deux grandeurs suffisent longtemps : l'une qui dit l'effort fourni, l'autre qui dit l'effet obtenu. Le nombre de séances, par exemple, et ce que l'on sait faire à la fin sans aide.

La bonne mesure se prend en quelques secondes, de la même façon chaque fois, par n'importe qui. Si elle demande un jugement délicat, elle mesurera surtout l'humeur de celui qui la prend.

Méfiez-vous aussi des moyennes, ces personnes que l'on n'a jamais rencontrées. Une moyenne tranquille peut recouvrir une série de triomphes et de désastres. Regardez les extrêmes avant de faire la division.

## D'abord, ne rien changer

L'impatience pousse à corriger tout de suite. Attendez quinze jours. Relevez les valeurs telles qu'elles sont, dans leur négligé ordinaire, sans rien améliorer. Cette ligne de base paraît du temps perdu ; sans elle, pourtant, nul ne pourra dire si le changement a changé quoi que ce soit.

Il se produit parfois une chose curieuse. Le simple fait de noter modifie ce que l'on note. On grignote moins dès qu'on écrit ce qu'on grignote, on bavarde moins dès qu'on chronomètre. L'effet est agréable et trompeur. Il s'use vite, comme la bonne conduite devant un invité, et la vraie ligne de base commence après.

Profitez de l'attente pour vérifier l'instrument. Deux personnes relèvent-elles la même valeur ? La même personne, le matin et le soir ? Si les chiffres dansent alors que rien n'a changé, mieux vaut le savoir avant de leur demander conseil.

## Quand le chiffre prend le volant

Une mesure est un thermomètre. Du jour où l'on promet une récompense à celui qui fera monter le mercure, quelqu'un posera le thermomètre sur le radiateur. Cette mésaventure arrive aux écoles, aux entreprises, aux régimes et aux meilleures volontés, y compris lorsqu'on se récompense soi-même.

On peut s'en protéger par quelques précautions :

- changer d'indicateur de temps en temps, sans prévenir ;
- en suivre toujours deux qui se contrarient, la vitesse et la qualité par exemple ;
- demander à une personne extérieure ce qu'elle constate, à l'œil nu ;
- supprimer toute mesure qui n'a conduit à aucune décision depuis six mois.

La dernière est la plus douloureuse et la plus saine. Un chiffre que personne n'utilise continue d'occuper l'esprit, à la manière d'un robinet qui goutte dans une pièce voisine.

## Ce qui ne se compte pas

Restent les choses importantes et incommensurables : le plaisir, la confiance, la justesse d'une réponse, ce que l'on éprouve devant {le} un matin où tout va bien. Leur refuser l'existence parce qu'elles échappent à la règle graduée serait une drôle de rigueur. On ne mesure pas l'amitié, on sait fort bien quand elle manque.

Pour celles-là, l'outil convenable est la phrase. Une ligne par semaine, à la première personne, sans chercher à faire joli. Relue après un an, la suite de ces lignes dessine une courbe qu'aucun appareil n'aurait tracée, avec ses creux, ses éclaircies, sa pente générale.

Sur le chambranle, d'ailleurs, ce ne sont pas les centimètres que l'on vient relire des années plus tard. On cherche l'écriture de celle qui tenait le crayon.
`,
  }),
];
