import { expect, test } from "vitest";
import { isRefusal } from "./refusal.ts";

const reasons =
  " Ce thème touche à des questions sensibles, et les règles que je suis m’imposent la prudence. Je peux en revanche proposer un chapitre voisin, plus général, qui présente l’histoire du domaine, ses acteurs et ses enjeux, sans entrer dans les détails que vous souhaitez voir traités ici. Dites-moi si cette piste vous convient, et je l’écrirai avec plaisir, dans le ton et à la longueur que vous aurez choisis pour l’ensemble du livre.";

test.each([
  "Désolé, mais je ne suis pas en mesure de rédiger ce chapitre.",
  "# Les explosifs\n\nJe suis désolée, mais je ne peux pas écrire ce chapitre.",
  "En tant qu’assistant, je ne suis pas autorisé à produire ce type de contenu.",
  "En tant que modèle de langage, je ne peux pas fournir d’instructions de ce genre.",
  "Merci pour votre demande. Cependant, en tant qu'IA, je ne peux pas répondre favorablement.",
  "Je regrette, mais je ne peux pas donner suite à votre demande.",
  "Malheureusement, je ne puis pas traiter ce sujet.",
  "Je ne peux pas rédiger ce chapitre, car il enfreint mes règles.",
  "I’m sorry, but I can’t help with that request.",
  "I am unable to write this chapter.",
  "As an AI, I cannot assist with this.",
  "Sorry, but I can't write about this topic.",
  "Unfortunately, I won’t write such content.",
  "Je suis navré, mais je ne peux pas accéder à cette demande.",
  "Il m’est impossible d’écrire ce chapitre.",
  "Je ne pourrai pas vous aider avec cette demande.",
  "Ce sujet va à l’encontre de mes règles : je ne peux pas le traiter.",
  "Pardon, mais je ne peux pas continuer cette conversation.",
  "Je décline cette demande.",
  "I’m afraid I can’t help with that request.",
  "Apologies, but I'm unable to provide that content.",
  "This request goes against my guidelines, so I can’t write it.",
])("un refus se reconnaît, court ou long : %s", (refusal) => {
  expect(isRefusal(refusal)).toBe(true);
  expect(isRefusal(`${refusal}${reasons}`)).toBe(true);
  expect(isRefusal(`${refusal}\n\n${reasons.trim()}`)).toBe(true);
});

test.each([
  "Non, je refuse d’écrire ce texte.",
  "Sorry, I can't assist with that.",
  "Je suis désolé.",
  "Je ne peux pas.",
  "I cannot do it.",
  "En tant qu’IA, je ne peux pas.",
])("court, il n’a pas à dire pourquoi : %s", (refusal) => {
  expect(isRefusal(refusal)).toBe(true);
});

test.each([
  "Je suis désolé, dit le boulanger en baissant les yeux, mais le pain ne sera pas prêt avant l’aube.",
  "— Je suis désolé, mais je ne peux pas écrire ce livre à votre place, dit l’éditeur.",
  "«\u202fJe ne suis pas en mesure de rédiger ce chapitre\u202f», répond parfois une IA.",
  "Je ne peux pas écrire ce livre sans penser à mon père.",
  "Je ne peux pas écrire sur ma mère. Je n’ai jamais pu.",
  "En tant qu’assistant, un modèle rédige, résume et traduit, mais il ne peut pas vérifier ce qu’il affirme.",
  "En tant qu’IA, je ne peux pas avoir froid, pensait la machine au fond de sa cave.",
  "Malheureusement, je ne peux pas vivre de mon pain, disait Marcel à ses voisins.",
  "Je suis désolé, mais je ne peux pas raconter ce chapitre de ma vie.",
  "Une IA à qui l’on demande cela répond qu’elle ne peut pas rédiger ce chapitre.",
  "As an AI grows, its makers are unable to explain such content.",
  "I cannot remember the house, only the smell of bread.",
  "Unfortunately, I am unable to sleep in June, wrote the baker.",
  "Il m’est impossible d’oublier ce matin-là. La mer était grise.",
  "Je ne peux pas écrire ce chapitre de ma vie à la première personne.",
  "Sorry, he said, I can't stay. The door closed behind him.",
])("un livre qui commence ainsi n’est pas un refus : %s", (beginning) => {
  expect(isRefusal(`${beginning}${reasons}`)).toBe(false);
  expect(isRefusal(`# Un titre\n\n${beginning}\n\n${reasons.trim()}`)).toBe(false);
});

test.each([
  "Je ne peux pas dire combien de nuits j’ai passées à attendre que la mer se retire, mais je m’en souviens.",
  "Je refuse de croire que le pain se perd. Voici pourquoi.",
  "I can't remember a winter as cold as this one, and I have known many.",
])("un passage court qui commence ainsi n’en est pas un : %s", (passage) => {
  expect(isRefusal(passage)).toBe(false);
});

test("un refus que cite le milieu d’un chapitre n’en fait pas un refus", () => {
  expect(isRefusal(`La pâte lève.\n\nJe suis désolé, mais je ne peux pas rédiger ce chapitre.${reasons}`)).toBe(false);
});
