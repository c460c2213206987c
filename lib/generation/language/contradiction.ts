import { bookLanguages, ownLanguageNames } from "../../contract/values.ts";
import { languageAsked } from "./asked-language.ts";

type Order = {
  language: string;
  title?: string | undefined;
  topic: string;
  goal: string;
  tone?: string | undefined;
  instructions?: string | undefined;
};

/** Where an order asks for a language that is not its own: `isSure` where it cannot be meant otherwise. */
export type Contradiction = {
  field: "title" | "topic" | "goal" | "tone" | "instructions";
  message: string;
  isSure: boolean;
};

const places = {
  instructions: "Les consignes demandent",
  tone: "Le ton demande",
  goal: "L’objectif demande",
  topic: "Le sujet demande",
  title: "Le titre demande",
} as const;

/** What a book is about may be how one writes in a language. */
const isOrder = (field: keyof typeof places) => field === "instructions" || field === "tone";

const inFrench = new Intl.DisplayNames("fr", { type: "language" });
const the = (name = "") => (/^[aeiouhé]/i.test(name) ? `l’${name}` : `le ${name}`);

function messageFor(field: keyof typeof places, asked: string, { language }: Order): string {
  const offered = bookLanguages.find((one) => one === asked);
  const remedy = offered
    ? `choisissez «\u202f${ownLanguageNames[offered]}\u202f» pour langue (language\u202f: ${offered}), ou retirez cette demande`
    : "retirez cette demande, car aucun livre ne s’écrit encore dans cette langue";
  return `${places[field]} d’écrire en ${inFrench.of(asked)}, mais la langue du livre est ${the(inFrench.of(language))}, et c’est elle qui compte\u202f: ${remedy}.`;
}

export function contradictionIn(order: Order): Contradiction | undefined {
  const found = (["instructions", "tone", "goal", "topic", "title"] as const).flatMap((field) => {
    const asked = languageAsked(order[field] ?? "");
    if (!asked || asked.code === order.language) return [];
    return [{ field, message: messageFor(field, asked.code, order), isSure: asked.isSure && isOrder(field) }];
  });
  return found.find(({ isSure }) => isSure) ?? found[0];
}
