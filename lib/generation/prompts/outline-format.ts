export const outlineFormat = `Chaque chapitre sera écrit séparément, en même temps que les autres : le plan est leur contrat.
- « title » : unique et précis, sans numéro.
- « description » : en deux à quatre phrases, ce que ce chapitre apporte et qu’aucun autre n’apporte.
- « key_points » : au moins trois points clés concrets.
- « defines » : les termes que ce chapitre définit, avec leur définition en une phrase ; un terme n’est défini que par un seul chapitre. Liste vide s’il n’en définit aucun.
- « elsewhere » : ce qu’on attendrait ici mais qui est traité ailleurs (« what »), avec le titre exact de l’autre chapitre (« where »). Liste vide s’il n’y a rien à dire.
Rien ne reste à définir ou à compléter.
Tu réponds uniquement par un objet JSON de cette forme, sans texte autour :
{"title": "titre du livre", "chapters": [{"title": "titre du chapitre", "description": "ce qu’il apporte", "key_points": ["point 1", "point 2", "point 3"], "defines": [{"term": "terme", "definition": "sa définition"}], "elsewhere": [{"what": "ce qui est traité ailleurs", "where": "titre de l’autre chapitre"}]}]}`;
