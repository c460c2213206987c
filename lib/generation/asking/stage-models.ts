import { z } from "zod";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { lockRun, type Step, stageOf } from "../stage/rows.ts";
import { staleWork } from "../stage/running.ts";

/** The models a step no longer asks, each with the sentence that says why. */
const GivenUp = z.record(z.string(), z.string());
type GivenUp = z.infer<typeof GivenUp>;

const keyOf = (step: Step) => ({ jobId: step.data.jobId, name: stageOf[step.name] });

type Standing = { failures: number; limits: number; givenUp: GivenUp; model: string | null };

/** How a step stands with its models: real failures and limits of the one it asks now, and those it has given up. */
export async function stepModels(step: Step): Promise<Standing> {
  const select = { failures: true, limits: true, givenUp: true, model: true } as const;
  const row =
    step.name === "chapter"
      ? await db().jobChapter.findUniqueOrThrow({ where: { jobId_position: chapterKey(step) }, select })
      : await db().jobStage.findUniqueOrThrow({ where: { jobId_name: keyOf(step) }, select });
  return { ...row, givenUp: GivenUp.parse(row.givenUp) };
}

const chapterKey = ({ data: { jobId, position } }: Extract<Step, { name: "chapter" }>) => ({ jobId, position });

type Change = { model: string } | { givenUp: GivenUp; failures: 0; limits: 0 };

const change = (tx: Transaction, step: Step, data: Change) =>
  step.name === "chapter"
    ? tx.jobChapter.updateMany({ where: chapterKey(step), data })
    : tx.jobStage.updateMany({ where: keyOf(step), data });

/** Writes down what became of the models of a step. @throws when its run has ended meanwhile */
export async function noteModels(step: Step, data: Change): Promise<void> {
  await transaction(async (tx) => {
    if (!(await lockRun(tx, step.data))) throw staleWork();
    await change(tx, step, data);
  });
}
