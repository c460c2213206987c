import type { Tracked } from "../app/jobs.ts";
import type { Exchange } from "../model/script.ts";

type RepeatedCalls = {
  /** Calls made again although their answer was recorded, or their stage seen done. */
  paidTwice: string[];
  callsByRole: Record<string, number>;
  /** Calls made again after a kill between the last byte of the answer and its record. */
  repeatedBeforeRecord: number;
  /** Calls made again because a kill cut the first one. */
  repeatedAfterCut: number;
  /** Calls made more than twice before a person took their book up again. */
  askedThrice: string[];
};

const callsFor = (journal: Exchange[], job: Tracked) =>
  journal.filter(({ prompt }) => prompt.includes(`Sujet : ${job.topic}\n`));

const isDone = (job: Tracked, stage: string, at: number) => (job.committed.get(stage) ?? Number.POSITIVE_INFINITY) < at;

/** The stage of a call, told from its prompt. A review call may also repair the outline, as part of the outline's stage. */
function stageOf({ role, position, prompt }: Exchange): string {
  if (role === "chapter" || role === "continuity") return `${role} ${position}`;
  // A chapter's own research is not the first look, which is done before it.
  if (role === "research" && position !== undefined) return `research ${position}`;
  return role === "review" && prompt.includes("\nPlan reçu :") ? "outline" : role;
}

const isPaid = ({ status, aborted, endedAt }: Exchange) => status === 200 && !aborted && endedAt !== undefined;

function surplusAnswers({ topic, last }: Tracked, questions: number): string[] {
  const { calls = 0, uncounted = 0 } = last?.usage ?? {};
  const answers = calls - uncounted;
  return answers > questions ? [`${topic} : ${answers} réponses enregistrées pour ${questions} questions`] : [];
}

/** Finds what was asked again, among the calls for these jobs: the same question, or any question of a finished stage. */
export function findRepeatedCalls(journal: Exchange[], jobs: Tracked[]): RepeatedCalls {
  const found: RepeatedCalls = {
    paidTwice: [],
    callsByRole: {},
    repeatedBeforeRecord: 0,
    repeatedAfterCut: 0,
    askedThrice: [],
  };
  for (const job of jobs) {
    const lastCalls = new Map<string, Exchange>();
    const times = new Map<string, number>();
    for (const call of callsFor(journal, job)) {
      const question = `${call.system}\n${call.prompt}`;
      const stage = stageOf(call);
      const previous = lastCalls.get(question);
      lastCalls.set(question, call);
      const life = `${job.takenUp.filter(({ at }) => at <= call.at).length} ${question}`;
      times.set(life, (times.get(life) ?? 0) + 1);
      if (times.get(life) === 3) found.askedThrice.push(`${job.topic}, ${stage}`);
      found.callsByRole[call.role] = (found.callsByRole[call.role] ?? 0) + 1;
      if (isDone(job, stage, call.at)) found.paidTwice.push(`${job.topic}, ${stage}`);
      else if (previous) found[isPaid(previous) ? "repeatedBeforeRecord" : "repeatedAfterCut"] += 1;
    }
    found.paidTwice.push(...surplusAnswers(job, lastCalls.size));
  }
  return found;
}
