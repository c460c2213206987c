import { OutlineAnswer } from "./answer.ts";
import { jsonValuesIn } from "./json-values.ts";
import { planIn } from "./plan-shapes.ts";

/** `problems` are French sentences for the model that repairs the answer. */
export type PlanReading = { plan: OutlineAnswer } | { problems: string[] };

/** Reads the plan with the most chapters of an answer, the last of several. */
export function readPlan(text: string, wasCut: boolean): PlanReading {
  const values = jsonValuesIn(text, wasCut);
  if (values.length === 0)
    return { problems: [wasCut ? "La réponse est coupée avant sa fin." : "La réponse ne contient aucun objet JSON."] };
  const plans = values.flatMap(({ value, cut }) => {
    const { success, data } = OutlineAnswer.safeParse(planIn(value));
    return success ? [{ plan: data, cut }] : [];
  });
  const [first, ...others] = plans;
  if (!first)
    return {
      problems: [
        values.some(({ cut }) => cut)
          ? "L’objet JSON est coupé avant sa fin."
          : "L’objet JSON n’a pas de liste « chapters » dont chaque chapitre ait un « title ».",
      ],
    };
  const best = others.reduce(
    (one, other) => (other.plan.chapters.length >= one.plan.chapters.length ? other : one),
    first,
  );
  return best.cut ? { problems: ["L’objet JSON est coupé avant sa fin."] } : { plan: best.plan };
}
