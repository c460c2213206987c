import type { Tracked } from "../app/jobs.ts";
import type { Exchange } from "../model/server.ts";

type Repeats = { paidTwice: string[]; calls: Record<string, number>; paidInGap: number; cutCalls: number };

const requestsFor = (journal: Exchange[], job: Tracked) =>
  journal.filter(({ prompt }) => prompt.includes(`Sujet : ${job.topic}\n`));

const isDone = (job: Tracked, stage: string, at: number) => (job.committed.get(stage) ?? Number.POSITIVE_INFINITY) < at;

/** The stage a call is part of, told from its prompt alone. A reviewer mends the outline, then what the chapters have in common. */
function stageOf({ role, position, prompt }: Exchange): string {
  if (role === "chapter") return `chapter ${position}`;
  return role === "review" && prompt.includes("\nPlan reçu :") ? "outline" : role;
}

const paid = ({ status, aborted, endedAt }: Exchange) => status === 200 && !aborted && endedAt !== undefined;

/** Each question has one answer on record, however often its stage was begun: more were paid for although one was there. */
function recordedTwice({ topic, last }: Tracked, questions: number): string[] {
  const { calls = 0, uncounted = 0 } = last?.usage ?? {};
  const answers = calls - uncounted;
  return answers > questions ? [`${topic} : ${answers} réponses enregistrées pour ${questions} questions`] : [];
}

/** What was asked again, of all the calls of these jobs: the same question, or anything of a stage that was done. */
export function repeatsOf(journal: Exchange[], jobs: Tracked[]): Repeats {
  const repeats: Repeats = { paidTwice: [], calls: {}, paidInGap: 0, cutCalls: 0 };
  for (const job of jobs) {
    const before = new Map<string, Exchange>();
    for (const call of requestsFor(journal, job)) {
      const key = `${call.system}\n${call.prompt}`;
      const stage = stageOf(call);
      const first = before.get(key);
      before.set(key, call);
      repeats.calls[call.role] = (repeats.calls[call.role] ?? 0) + 1;
      if (isDone(job, stage, call.at)) repeats.paidTwice.push(`${job.topic}, ${stage}`);
      else if (first) repeats[paid(first) ? "paidInGap" : "cutCalls"] += 1;
    }
    repeats.paidTwice.push(...recordedTwice(job, before.size));
  }
  return repeats;
}
