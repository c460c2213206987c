import { OutlineAnswer } from "./answer.ts";
import { jsonValuesIn } from "./json-values.ts";
import { planIn } from "./plan-shapes.ts";
import type { Problem } from "./problem.ts";

export type PlanReading = { plan: OutlineAnswer } | { problems: Problem[] };

const problems = {
  cut: { fr: "La réponse est coupée avant sa fin.", en: "The answer is cut before its end." },
  noObject: { fr: "La réponse ne contient aucun objet JSON.", en: "The answer holds no JSON object." },
  cutObject: { fr: "L’objet JSON est coupé avant sa fin.", en: "The JSON object is cut before its end." },
  noChapters: {
    fr: "L’objet JSON n’a pas de liste « chapters » dont chaque chapitre ait un « title ».",
    en: "The JSON object has no list “chapters” in which every chapter has a “title”.",
  },
};

/** Reads the plan with the most chapters of an answer, the last of several. */
export function readPlan(text: string, wasCut: boolean): PlanReading {
  const values = jsonValuesIn(text, wasCut);
  if (values.length === 0) return { problems: [wasCut ? problems.cut : problems.noObject] };
  const plans = values.flatMap(({ value, cut }) => {
    const { success, data } = OutlineAnswer.safeParse(planIn(value));
    return success ? [{ plan: data, cut }] : [];
  });
  const [first, ...others] = plans;
  if (!first) return { problems: [values.some(({ cut }) => cut) ? problems.cutObject : problems.noChapters] };
  const best = others.reduce(
    (one, other) => (other.plan.chapters.length >= one.plan.chapters.length ? other : one),
    first,
  );
  return best.cut ? { problems: [problems.cutObject] } : { plan: best.plan };
}
