import { expect, test } from "vitest";
import { fixedWindow, tokenBucket } from "#testing/model/rate-limit.ts";
import { depart, heard, Pace, trip } from "./pace.ts";

type Step = { book: string; dueAt: number; calls: number };
type Options = { books: number; chapters: number; workers: number; latencyMs: number };

/** Books under a limit, in a time of its own: workers take what is due, as the queue hands it out. */
function simulate(gate: (at: number) => number, { books, chapters, workers, latencyMs }: Options) {
  let pace = Pace.parse({});
  const began = 1_000_000;
  const queue: Step[] = [];
  for (let book = 0; book < books; book++)
    for (let chapter = 0; chapter < chapters; chapter++) queue.push({ book: `${book}`, dueAt: began, calls: 2 });
  const busy: { at: number; act: () => void }[] = [];
  const limited = new Map<string, number>();
  let [at, idle] = [began, workers];
  const finish = ({ book }: Step) => {
    unfinished.set(book, (unfinished.get(book) ?? 0) - 1);
    free();
  };
  const later = (time: number, act: () => void) => busy.push({ at: time, act });
  const free = () => {
    idle += 1;
  };
  const unfinished = new Map(Array.from({ length: books }, (_, book) => [`${book}`, chapters]));
  const others = (book: string) => [...unfinished].flatMap(([one, left]) => (one !== book && left > 0 ? [one] : []));

  function call(step: Step, leftAt: number) {
    const gone = gate(at);
    if (gone > 0) {
      limited.set(step.book, (limited.get(step.book) ?? 0) + 1);
      return later(at + latencyMs, () => {
        pace = trip(pace, { book: step.book, at, retryAfterMs: Math.ceil(gone / 1000) * 1000 });
        queue.push({ ...step, dueAt: pace.until });
        free();
      });
    }
    later(at + latencyMs, () => {
      pace = heard(pace, { book: step.book, leftAt, at });
    });
    later(at + 2000, () => (step.calls > 1 ? leave({ ...step, calls: step.calls - 1 }) : finish(step)));
  }
  function leave(step: Step) {
    const answer = depart(pace, { book: step.book, others: others(step.book), at });
    pace = answer.pace;
    if ("backAt" in answer) {
      queue.push({ ...step, dueAt: answer.backAt });
      return free();
    }
    if ("unheardUntil" in answer) return later(Math.min(answer.unheardUntil, at + 50), () => leave(step));
    const { leaveAt, pace: reserved } = answer;
    later(leaveAt, () => {
      if (pace.until === reserved.until) return call(step, leaveAt);
      pace = heard(pace, { book: step.book, leftAt: leaveAt, at });
      leave(step);
    });
  }

  while (queue.length > 0 || busy.length > 0) {
    const due = idle > 0 ? queue.findIndex(({ dueAt }) => dueAt <= at) : -1;
    const [step] = due < 0 ? [] : queue.splice(due, 1);
    if (step) {
      idle -= 1;
      leave(step);
      continue;
    }
    const next = [...busy.map((one) => one.at), ...(idle > 0 ? queue.map(({ dueAt }) => dueAt) : [])];
    at = Math.max(at, Math.min(...next));
    const { now = [], later: rest = [] } = Object.groupBy(busy.splice(0), (one) => (one.at <= at ? "now" : "later"));
    busy.push(...rest);
    for (const { act } of now) act();
    if (at > began + 24 * 3_600_000) throw new Error("n’en finit pas");
  }
  return { seconds: (at - began) / 1000, limited };
}

const limits = [
  [tokenBucket, 60, 60_000],
  [tokenBucket, 20, 60_000],
  [tokenBucket, 5, 60_000],
  [tokenBucket, 10, 10_000],
  [tokenBucket, 1, 1000],
  [fixedWindow, 60, 60_000],
  [fixedWindow, 20, 60_000],
  [fixedWindow, 5, 60_000],
  [fixedWindow, 10, 10_000],
  [fixedWindow, 3, 1000],
] as const;
const cases = limits.flatMap(([kind, calls, perMs]) =>
  [0, 20, 90, 240, ...(calls > 10 ? [700, 1000] : [])].map((latencyMs) => ({
    kind,
    name: kind.name,
    calls,
    perMs,
    latencyMs,
  })),
);

test.each(cases)(
  "$name de $calls appels par $perMs ms, refus connus après $latencyMs ms : un par livre au plus, et un bon débit",
  (limit) => {
    const { kind, calls, perMs, latencyMs } = limit;
    const options = { books: 10, chapters: 8, workers: 10, latencyMs };
    const { seconds, limited } = simulate(kind(limit), options);
    expect(Math.max(...limited.values())).toBe(1);
    const best = ((160 - calls) * perMs) / calls / 1000;
    expect(seconds).toBeLessThan(2.5 * best);
  },
);

test("sans limite rien n’attend, sauf un livre entre deux de ses appels quand d’autres s’écrivent", () => {
  const free = simulate(() => 0, { books: 1, chapters: 8, workers: 8, latencyMs: 0 });
  expect(free.seconds).toBe(4);
  const shared = simulate(() => 0, { books: 8, chapters: 1, workers: 8, latencyMs: 0 });
  expect(shared.seconds).toBe(4);
});

const limit = { book: "a", at: 1_000_000, retryAfterMs: 10_000 };
const asking = { book: "b", others: [], at: limit.at };

test("un appel du même livre attend que le fournisseur ait commencé à répondre au précédent, deux secondes au plus", () => {
  const others = ["b"];
  const at = 1_000_000;
  const first = depart(Pace.parse({}), { book: "a", others, at });
  expect(depart(first.pace, { book: "a", others, at: at + 1 })).toMatchObject({ unheardUntil: at + 2000 });
  expect(depart(first.pace, { book: "b", others: ["a"], at: at + 1 })).toMatchObject({ leaveAt: at + 1 });
  expect(depart(first.pace, { book: "a", others: [], at: at + 1 })).toMatchObject({ leaveAt: at + 1 });
  const answered = heard(first.pace, { book: "a", leftAt: at, at: at + 900 });
  expect(depart(answered, { book: "a", others, at: at + 900 })).toMatchObject({ leaveAt: at + 900 });
  expect(heard(first.pace, { book: "a", leftAt: at - 1, at: at + 900 })).toBe(first.pace);
  expect(depart(first.pace, { book: "a", others, at: at + 2000 })).toMatchObject({ leaveAt: at + 2000 });
});

test("après une pause les trois premiers appels partent un à un, de quelque livre qu’ils soient", () => {
  let { pace } = depart(Pace.parse({}), { book: "a", others: ["b"], at: limit.at - 10 });
  pace = trip(pace, limit);
  let at = pace.until;
  for (const book of ["b", "c", "d"]) {
    const asking = { book, others: ["a"], at };
    const left = depart(pace, asking);
    expect(left).toMatchObject({ leaveAt: at });
    const next = { book: "e", others: ["a"], at: at + pace.intervalMs };
    expect(depart(left.pace, next)).toMatchObject({ unheardUntil: at + 2000 });
    pace = heard(left.pace, { book, leftAt: at, at: at + 1500 });
    at += 1500;
  }
  pace = depart(pace, { book: "b", others: ["a"], at }).pace;
  expect(depart(pace, { book: "e", others: ["a"], at: at + 1000 })).toMatchObject({ leaveAt: at + 1000 });
});

test("un livre seul dont le fournisseur tarde à répondre n’est retenu que pour ces trois appels", () => {
  let { pace } = depart(Pace.parse({}), { book: "a", others: [], at: limit.at - 10 });
  pace = trip(pace, limit);
  let at = pace.until;
  const waits: number[] = [];
  for (let calls = 0; calls < 6; calls++) {
    const asked = at;
    let answer = depart(pace, { book: "a", others: [], at });
    while (!("leaveAt" in answer)) {
      at = "unheardUntil" in answer ? answer.unheardUntil : answer.backAt;
      answer = depart(answer.pace, { book: "a", others: [], at });
    }
    pace = answer.pace;
    waits.push(answer.leaveAt - asked);
    at = answer.leaveAt;
  }
  expect(waits).toEqual([0, 2000, 2000, 2000, pace.intervalMs, pace.intervalMs]);
});

test("une limite tient tout le monde jusqu’à l’heure dite, et un débit trouvé il y a longtemps s’oublie", () => {
  const paused = trip(depart(Pace.parse({}), asking).pace, limit);
  expect(depart(paused, asking)).toMatchObject({ backAt: limit.at + 10_000 });
  expect(depart(paused, { ...asking, at: limit.at + 9000 })).toMatchObject({ leaveAt: limit.at + 10_000 });
  const later = depart(paused, { ...asking, at: limit.at + 12 * 3_600_000 });
  expect(later.pace.intervalMs).toBe(0);
});

test("sans Retry-After, la pause s’allonge tant que rien ne passe", () => {
  let pace = Pace.parse({});
  const pauses = [1, 2, 3, 4, 5].map(() => {
    const at = pace.until || limit.at;
    pace = trip(pace, { book: "a", at, retryAfterMs: undefined });
    return pace.until - at;
  });
  expect(pauses).toEqual([2000, 10_000, 30_000, 60_000, 60_000]);
});
