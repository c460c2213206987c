import { type Archetype, archetype } from "./archetype.ts";

export const practice: Archetype[] = [
  archetype({
    key: "gestures",
    arc: 0.28,
    titles: ["Les gestes de base", "Ce que savent les mains", "Un geste à la fois"],
    named: "Les premiers gestes {de}",
    description: "Sous toute pratique se trouvent quelques gestes simples : les isoler, les ralentir, les rendre sûrs.",
    points: [
      "Isoler le geste le plus fréquent",
      "Ralentir jusqu'à pouvoir se regarder faire",
      "Corriger un seul défaut par séance",
      "Remettre le geste dans le mouvement d'ensemble",
    ],
    text: `
Regardez travailler quelqu'un d'expérimenté : on dirait qu'il ne se passe rien. Les mains vont et viennent, sans hâte ni heurt, et la chose se trouve faite. Cette économie trompe. Elle est composée de petits mouvements appris un par un, puis fondus ensemble, comme les lettres disparaissent dans l'écriture d'un adulte. Il existe aussi un alphabet pour {le}.

## Trouver le geste le plus fréquent

Dans toute activité, même la plus intellectuelle, quelques opérations reviennent sans cesse. Soulever, aligner, comparer, couper, relire, vérifier, ranger. Passez une séance à compter. À la fin, un ou deux gestes auront dépassé tous les autres de très loin ; c'est par eux qu'il faut commencer, puisque la moindre amélioration s'y multiplie par cent.

Le débutant se trompe volontiers de cible. Il s'entraîne au tour spectaculaire, celui qu'on montre aux visiteurs, et néglige la manière de tenir, de poser, de préparer. Or le spectaculaire arrive une fois l'an. Le reste du temps, on tient, on pose, on prépare.

Demandez à quelqu'un du métier ce qu'il fait le plus souvent dans une journée. Sa réponse vous décevra un peu. Suivez-la quand même.

## Ralentir

La vitesse cache les défauts aussi sûrement que la nuit. Refaites donc votre geste deux fois, quatre fois, dix fois plus lentement, jusqu'au moment où il devient difficile. À cette allure, on s'aperçoit que l'on retient sa respiration, que l'épaule monte, que l'on corrigeait à la fin une maladresse du début.

Les musiciens connaissent bien cet exercice et le redoutent. Jouer lentement demande davantage d'attention que jouer vite, car rien n'est laissé à l'élan. Cinq minutes par jour suffisent. Au-delà, l'esprit s'en va, et le geste continue tout seul avec ses vieilles habitudes.

Un miroir, un téléphone posé sur une étagère, un ami patient rendront à ce stade de grands services. On ne se voit pas faire. L'image que nous avons de nos propres mouvements date un peu, elle est flatteuse, et la première confrontation provoque en général un silence. Passé ce moment, on s'amuse. Il y avait donc ce détour, cette manie de regarder ailleurs à l'instant décisif ! Un défaut aperçu est déjà à moitié réparé.

## Un défaut par séance

Une fois les défauts visibles, on voudrait les chasser tous ensemble. Résistez. L'attention n'éclaire qu'un endroit, comme une lampe de poche. Choisissez le défaut le plus ancien, celui qui en entraîne d'autres, et accordez-lui la séance entière. Les suivants peuvent attendre leur tour, ils ont l'habitude.

Cette méthode possède un charme discret : elle permet de réussir. On ne devient pas habile en un soir, mais on peut, en un soir, cesser de pincer les lèvres, tenir sa feuille droite ou laisser finir les autres. De tels succès, minuscules et complets, font plus pour le moral qu'un grand projet inachevé.

## Remettre dans le mouvement

Un geste isolé ressemble à un mot appris par cœur : correct et un peu raide. Il faut le rendre à la phrase. Après quelques minutes d'exercice, reprenez l'activité entière, à l'allure ordinaire, sans plus penser à rien. Le geste corrigé s'y glissera de lui-même une fois sur trois, puis une sur deux.

N'exigez pas davantage. L'apprentissage continue pendant qu'on dort, qu'on marche, qu'on fait la vaisselle. Un matin, la main accomplit ce que la tête avait renoncé à commander, et il ne reste de tout ce travail qu'une impression de facilité.

Quelqu'un, ce jour-là, vous regardera peut-être faire. Il pensera que s'occuper {de} n'a vraiment rien de sorcier. Ne le détrompez pas trop vite : c'est le plus beau compliment qui soit.
`,
  }),
  archetype({
    key: "tools",
    arc: 0.3,
    titles: ["L'outil et la main", "S'équiper sans s'encombrer", "Trois outils suffisent"],
    named: "Les outils {de}",
    description:
      "Bons ou mauvais, prêtés ou fabriqués, les outils orientent ce que l'on fait : comment les choisir, les entretenir, les oublier.",
    points: [
      "Commencer avec le minimum",
      "Connaître vraiment ce que l'on possède",
      "Entretenir pour apprendre",
      "Savoir quand l'outil pense à notre place",
    ],
    text: `
On entre dans une quincaillerie pour une vis et l'on ressort, une heure plus tard, avec l'idée d'une autre vie. Les outils ont ce pouvoir. Ils promettent. Chacun contient la silhouette de celui qui saurait s'en servir, et nous les achetons un peu pour rencontrer ce personnage. Ceux que l'on achète pour {le} n'échappent pas à la règle.

## Le minimum

Commencez avec trois outils. Le nombre est arbitraire, la contrainte ne l'est pas. Un premier pour faire, un deuxième pour vérifier, un troisième pour corriger : presque tout s'apprend avec cela. Tant qu'un manque n'a pas gêné deux fois, il reste imaginaire. La troisième fois, on saura exactement quoi acheter, et pourquoi.

Emprunter permet d'attendre. Un voisin, un atelier partagé, une bibliothèque prêtent volontiers ce qui dort chez eux. On découvre à cette occasion que l'objet convoité est lourd, bruyant, compliqué à ranger. Le désir se calme de lui-même, sans que personne ait eu à le gronder.

Il faut dire un mot des outils invisibles : une liste, un minuteur, une question toute prête, un modèle de lettre. Ils ne coûtent rien et servent tous les jours.

## Faire le tour de ce que l'on a

La plupart des instruments sont utilisés au dixième de leurs possibilités. Prenez le plus simple de ceux qui vous servent quand vous vous occupez {de} et passez une soirée en sa compagnie. Que se passe-t-il si on le tient autrement ? S'il est mal réglé ? À quoi sert ce petit trou dont personne ne parle ?

Cette curiosité paie vite. Celui qui connaît à fond un mauvais outil le fait travailler mieux qu'un autre le bon. Il sait d'avance ses caprices, il les contourne, il en tire parfois un effet que la perfection n'aurait pas permis. On s'attache à ce qui nous a résisté.

Poussez le jeu un peu plus loin et prêtez-le. Rien n'est instructif comme de voir un autre s'emparer d'un objet familier. Il le saisit par un endroit inattendu, s'en sert pour une besogne à laquelle on n'avait jamais pensé, se plaint d'une chose que l'on ne remarquait plus. Au bout d'une heure, il vous le rend avec une remarque. Notez-la avant de la contester. Elle vient de quelqu'un dont la main n'avait pas encore pris le pli.

## Entretenir

Nettoyer, affûter, mettre à jour, classer. Ces besognes passent pour des temps morts. Elles sont au contraire des leçons particulières : en démontant, on comprend ; en nettoyant, on remarque l'usure, et l'usure raconte comment l'on travaille. Une lame émoussée toujours du même côté en dit long sur un poignet.

Un quart d'heure à la fin de chaque séance suffit. Il a l'avantage de refermer le travail, de laisser la table nette, de donner à la fois suivante un commencement agréable. Bien des gens continuent une activité parce que leur matériel les attend en bon ordre, sans chercher plus loin la raison de leur constance.

## Quand l'outil décide

Tout instrument a des préférences. Le tableau pousse à remplir des cases, l'appareil photographique à chercher des cadres, le marteau, comme chacun sait, à voir des clous. La question mérite d'être posée de temps à autre : ai-je choisi cette solution, ou m'a-t-elle été soufflée par ce que j'avais en main ?

Pour le savoir, travaillez une fois à mains nues. Avec du papier, de la ficelle, des mots. Le résultat sera pauvre, et vous verrez clairement ce que l'outil apportait, ce qu'il empêchait aussi. Beaucoup d'habitudes tombent pendant cette cure, pour ne plus revenir.

Puis reprenez l'instrument. Le meilleur moment, dans cette relation, est celui où l'on cesse d'y penser. La main se prolonge, l'objet s'efface, et il n'y a plus devant nous que la chose à faire.
`,
  }),
  archetype({
    key: "senses",
    arc: 0.33,
    titles: ["Par tous les sens", "Le corps comprend le premier", "Écouter, toucher, sentir"],
    named: "Sentir et comprendre {le}",
    description:
      "L'intelligence ne loge pas seulement dans la tête ; le corps renseigne, avertit et retient, à condition qu'on l'écoute.",
    points: [
      "Changer de sens pour changer d'idée",
      "Faire confiance à la gêne et à l'aisance",
      "Apprendre en marchant, en écrivant, en parlant",
      "Ménager la fatigue",
    ],
    text: `
Un boulanger tapote la croûte et sait. Une mécanicienne incline la tête, écoute le moteur, nomme la panne. Interrogez-les, ils auront du mal à expliquer. Leur savoir a quitté les phrases depuis longtemps pour s'installer dans l'oreille, dans la pulpe des doigts, quelque part entre les épaules. Une part de ce que l'on comprend {de} finit par y descendre.

## Changer de sens

Nous abordons presque tout par les yeux, et d'abord par ceux qui lisent. C'est une entrée commode et un peu étroite. Quand une difficulté s'obstine, changez de porte : lisez le passage à voix haute, dessinez le raisonnement, expliquez-le avec des objets pris sur la table. Le sucrier représentera ceci, la cuillère cela. À la troisième manipulation, ce qui paraissait abstrait a pris du poids.

Les abstractions elles-mêmes ont une texture. Certaines idées sont lisses et glissent de la mémoire, d'autres accrochent. Demandez-vous quelle matière conviendrait {a} s'il fallait pouvoir y passer la main. La réponse n'aura aucune valeur scientifique. Elle vous révélera cependant ce que vous y cherchez, ou ce que vous en redoutez.

## La gêne et l'aisance

Le corps vote avant que la discussion ne commence. Une mâchoire se serre devant une tâche que l'on prétend aimer ; une chaleur vient, au contraire, quand on approche d'un point qui compte. Ces signaux se trompent quelquefois, comme tous les messagers rapides. Il serait pourtant bien imprudent de ne jamais ouvrir leur courrier.

Tenez-en registre quelques jours. Notez, à côté de ce que vous avez fait, une seule indication : léger, neutre, lourd. Des régularités apparaissent vite. On s'aperçoit que le découragement du jeudi tenait à une chaise, que la leçon détestée suivait toujours le déjeuner, et l'on déplace la chaise, ou le déjeuner.

Il arrive aussi que l'aisance trompe. Ce qui vient trop facilement repose parfois sur un vieux pli, et le confort signale alors que l'on n'apprend plus rien. Cherchez cette légère tension, agréable, que connaissent les nageurs quand l'eau commence à résister juste ce qu'il faut. Au-dessous, on flotte. Au-dessus, on lutte. Entre les deux, le corps travaille volontiers et ne demande pas l'heure.

## Penser en mouvement

Beaucoup de gens ont leurs meilleures idées debout. La marche, surtout, donne à la pensée un rythme qu'elle ne trouve pas seule : deux temps, indéfiniment, et le paysage qui change juste assez pour empêcher de tourner en rond. Emportez une question précise, une seule, et ne la regardez pas trop. Elle travaillera mieux dans la poche.

La main qui écrit produit un effet voisin. Sa lenteur oblige à choisir, elle laisse aux mots le temps d'être pesés. Quant à la voix, elle ne pardonne rien. Une explication bancale peut traverser trois pages sans encombre ; dite devant quelqu'un, elle trébuche à la première marche. Parlez donc vos notes, même au chat.

## Ménager la fatigue

Un corps fatigué apprend mal et juge pire. Il confond l'obstacle avec la montagne entière. Avant de conclure que vous n'êtes pas fait pour cela, vérifiez l'heure, le sommeil des derniers jours, le verre d'eau oublié. Ces causes vulgaires expliquent une proportion étonnante de nos drames intérieurs.

Prévoyez des arrêts avant d'en avoir besoin. Quand la fatigue se fait sentir, elle a déjà pris sa part depuis une bonne demi-heure. Se lever, regarder loin, s'étirer comme on voit faire les animaux, qui n'ont jamais lu de méthode et n'en sont pas plus mal.

Le soir venu, fermez les yeux et refaites en pensée un moment de la journée : un contact, un son, une odeur. Ce petit film se grave mieux que n'importe quel résumé.
`,
  }),
  archetype({
    key: "place",
    arc: 0.31,
    titles: ["Le génie du lieu", "Un endroit pour cela", "Où les choses se passent"],
    named: "Les lieux {de}",
    description: "Rien ne se fait nulle part : chercher les lieux où le sujet vit, et s'en ménager un chez soi.",
    points: [
      "Se rendre là où cela se passe",
      "Lire un lieu comme on lit une page",
      "Aménager un coin qui invite",
      "Partir pour mieux voir",
    ],
    text: `
Tout savoir a une adresse. On l'oublie parce que les livres voyagent, parce que les écrans abolissent les distances et que les idées semblent flotter dans un air sans géographie. Allez pourtant sur place : quelque chose, aussitôt, se met à parler qui ne figurait dans aucune notice. Il y a donc, quelque part, une adresse pour {le}.

## Aller voir

Où donc rencontre-t-on {le} autrement qu'en mots ? La réponse est parfois évidente, parfois comique, et il faut quelque imagination quand il s'agit d'une notion. Mais même la plus abstraite des préoccupations possède des endroits où on la pratique, où l'on en discute, où l'on en vit. Un bureau, un champ, une salle d'attente, un comptoir. Choisissez-en un, passez-y une matinée.

Ne prévoyez rien. Arrivez tôt, asseyez-vous dans un angle, laissez s'installer le décor. La première demi-heure appartient aux visiteurs, à qui l'on montre ce qui se montre. Puis l'attention se détourne de vous, les conversations reprennent, et le lieu recommence à être lui-même.

Revenez à une autre heure, un autre jour. Un marché à l'aube et le même marché à midi sont deux mondes que rien ne relie, sinon les tréteaux. Ce qui se prépare avant l'ouverture, ce qui se nettoie après la fermeture, voilà ce dont les gens du lieu parlent entre eux. Offrez un coup de main pour porter une caisse. On en apprend davantage à un bout de caisse que devant n'importe quelle vitrine.

## Lire les murs

Un endroit se lit. Les traces d'usure indiquent les passages, les affiches disent les soucis, ce qui est rangé à portée de main révèle ce qui sert. Regardez aussi ce qui est posé en hauteur, poussiéreux : là dorment les intentions abandonnées. En cinq minutes, un œil curieux reconstitue une journée entière.

Les seuils sont particulièrement bavards. Comment entre-t-on ? Frappe-t-on ? Change-t-on de chaussures, de voix, de vêtement ? Chaque petite cérémonie marque l'importance accordée à ce qui se fait de l'autre côté. Un domaine sans aucun seuil est rare. Cherchez-le mieux.

Et puis il y a les sons, la lumière, la température. Ils façonnent la pensée de ceux qui travaillent là sans qu'ils le sachent. On ne raisonne pas de la même façon sous un néon et près d'une fenêtre.

## Un coin à soi

Vous aurez besoin d'un lieu, même minuscule. Le bout d'une table convient, pourvu qu'il soit toujours le même bout. L'esprit s'attache aux endroits comme un chat ; il finit par y arriver avant nous et par nous attendre. Au bout de quelques semaines, s'asseoir là suffit à se mettre en route.

Installez-y peu de choses. Une bonne lumière, ce qui sert, un objet sans autre fonction que de faire plaisir. Tournez le dos au passage. Surtout, ne mélangez pas : si les factures s'accumulent sur ce coin de table, elles emporteront le morceau, elles sont plus fortes que vous.

À ceux qui n'ont vraiment aucune place, il reste les lieux publics. Bibliothèques, bancs, cafés tranquilles ont abrité plus de travail patient que bien des bureaux.

## Partir

Le plus sûr moyen de voir un lieu est de le quitter. Au retour, pendant une heure, tout paraît légèrement décalé : les distances, le bruit, l'ordre des choses. Profitez de cette heure avec avidité. Elle vous rend pour un instant le regard du premier jour, augmenté de tout ce que vous savez.

Si vous le pouvez, allez aussi voir comment l'on fait ailleurs. Un autre quartier, une autre région, une autre maison. On y retrouve les mêmes difficultés résolues autrement, et l'on rentre chez soi avec une question gênante et fertile : qui nous avait dit que notre manière était la seule ?
`,
  }),
];
