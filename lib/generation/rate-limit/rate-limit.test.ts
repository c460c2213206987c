import { expect, test } from "vitest";
import { fixedWindow, tokenBucket } from "#testing/model/rate-limit.ts";
import { RateLimiterState } from "./rate-limiter-state.ts";
import { recordRateLimited } from "./record-rate-limited.ts";
import { markAnswered, reserveSlot } from "./reserve-slot.ts";

type Work = { book: string; dueAt: number; calls: number };
type Options = { books: number; chapters: number; workers: number; latencyMs: number };

/** Books under a limit, in a time of its own: workers take what is due, as the queue hands it out. */
function simulate(gate: (at: number) => number, { books, chapters, workers, latencyMs }: Options) {
  let state = RateLimiterState.parse({});
  const began = 1_000_000;
  const queue: Work[] = [];
  for (let book = 0; book < books; book++)
    for (let chapter = 0; chapter < chapters; chapter++) queue.push({ book: `${book}`, dueAt: began, calls: 2 });
  const busy: { at: number; act: () => void }[] = [];
  const limited = new Map<string, number>();
  let at = began;
  let idle = workers;
  const finish = ({ book }: Work) => {
    unfinished.set(book, (unfinished.get(book) ?? 0) - 1);
    free();
  };
  const later = (time: number, act: () => void) => busy.push({ at: time, act });
  const free = () => {
    idle += 1;
  };
  const unfinished = new Map(Array.from({ length: books }, (_, book) => [`${book}`, chapters]));
  const others = (book: string) => [...unfinished].flatMap(([one, left]) => (one !== book && left > 0 ? [one] : []));

  function call(work: Work, leftAt: number) {
    const gone = gate(at);
    if (gone > 0) {
      limited.set(work.book, (limited.get(work.book) ?? 0) + 1);
      return later(at + latencyMs, () => {
        state = recordRateLimited(state, { book: work.book, at, retryAfterMs: Math.ceil(gone / 1000) * 1000 });
        queue.push({ ...work, dueAt: state.pausedUntil });
        free();
      });
    }
    later(at + latencyMs, () => {
      state = markAnswered(state, { book: work.book, leftAt, at });
    });
    later(at + 2000, () => (work.calls > 1 ? leave({ ...work, calls: work.calls - 1 }) : finish(work)));
  }
  function leave(work: Work) {
    const answer = reserveSlot(state, { book: work.book, others: others(work.book), at });
    state = answer.state;
    if ("returnAt" in answer) {
      queue.push({ ...work, dueAt: answer.returnAt });
      return free();
    }
    if ("unansweredUntil" in answer) return later(Math.min(answer.unansweredUntil, at + 50), () => leave(work));
    const { leaveAt, state: reserved } = answer;
    later(leaveAt, () => {
      if (state.pausedUntil === reserved.pausedUntil) return call(work, leaveAt);
      state = markAnswered(state, { book: work.book, leftAt: leaveAt, at });
      leave(work);
    });
  }

  while (queue.length > 0 || busy.length > 0) {
    const due = idle > 0 ? queue.findIndex(({ dueAt }) => dueAt <= at) : -1;
    const [work] = due < 0 ? [] : queue.splice(due, 1);
    if (work) {
      idle -= 1;
      leave(work);
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
  const first = reserveSlot(RateLimiterState.parse({}), { book: "a", others, at });
  expect(reserveSlot(first.state, { book: "a", others, at: at + 1 })).toMatchObject({ unansweredUntil: at + 2000 });
  expect(reserveSlot(first.state, { book: "b", others: ["a"], at: at + 1 })).toMatchObject({ leaveAt: at + 1 });
  expect(reserveSlot(first.state, { book: "a", others: [], at: at + 1 })).toMatchObject({ leaveAt: at + 1 });
  const answered = markAnswered(first.state, { book: "a", leftAt: at, at: at + 900 });
  expect(reserveSlot(answered, { book: "a", others, at: at + 900 })).toMatchObject({ leaveAt: at + 900 });
  expect(markAnswered(first.state, { book: "a", leftAt: at - 1, at: at + 900 })).toBe(first.state);
  expect(reserveSlot(first.state, { book: "a", others, at: at + 2000 })).toMatchObject({ leaveAt: at + 2000 });
});

test("après une pause les trois premiers appels partent un à un, de quelque livre qu’ils soient", () => {
  let { state } = reserveSlot(RateLimiterState.parse({}), { book: "a", others: ["b"], at: limit.at - 10 });
  state = recordRateLimited(state, limit);
  let at = state.pausedUntil;
  for (const book of ["b", "c", "d"]) {
    const asking = { book, others: ["a"], at };
    const left = reserveSlot(state, asking);
    expect(left).toMatchObject({ leaveAt: at });
    const next = { book: "e", others: ["a"], at: at + state.intervalMs };
    expect(reserveSlot(left.state, next)).toMatchObject({ unansweredUntil: at + 2000 });
    state = markAnswered(left.state, { book, leftAt: at, at: at + 1500 });
    at += 1500;
  }
  state = reserveSlot(state, { book: "b", others: ["a"], at }).state;
  expect(reserveSlot(state, { book: "e", others: ["a"], at: at + 1000 })).toMatchObject({ leaveAt: at + 1000 });
});

test("un livre seul dont le fournisseur tarde à répondre n’est retenu que pour ces trois appels", () => {
  let { state } = reserveSlot(RateLimiterState.parse({}), { book: "a", others: [], at: limit.at - 10 });
  state = recordRateLimited(state, limit);
  let at = state.pausedUntil;
  const waits: number[] = [];
  for (let calls = 0; calls < 6; calls++) {
    const asked = at;
    let answer = reserveSlot(state, { book: "a", others: [], at });
    while (!("leaveAt" in answer)) {
      at = "unansweredUntil" in answer ? answer.unansweredUntil : answer.returnAt;
      answer = reserveSlot(answer.state, { book: "a", others: [], at });
    }
    state = answer.state;
    waits.push(answer.leaveAt - asked);
    at = answer.leaveAt;
  }
  expect(waits).toEqual([0, 2000, 2000, 2000, state.intervalMs, state.intervalMs]);
});

test("une limite tient tout le monde jusqu’à l’heure dite, et un débit trouvé il y a longtemps s’oublie", () => {
  const paused = recordRateLimited(reserveSlot(RateLimiterState.parse({}), asking).state, limit);
  expect(reserveSlot(paused, asking)).toMatchObject({ returnAt: limit.at + 10_000 });
  expect(reserveSlot(paused, { ...asking, at: limit.at + 9000 })).toMatchObject({ leaveAt: limit.at + 10_000 });
  const later = reserveSlot(paused, { ...asking, at: limit.at + 12 * 3_600_000 });
  expect(later.state.intervalMs).toBe(0);
});

test("sans Retry-After, la pause s’allonge tant que rien ne passe", () => {
  let state = RateLimiterState.parse({});
  const pauses = [1, 2, 3, 4, 5].map(() => {
    const at = state.pausedUntil || limit.at;
    state = recordRateLimited(state, { book: "a", at, retryAfterMs: undefined });
    return state.pausedUntil - at;
  });
  expect(pauses).toEqual([2000, 10_000, 30_000, 60_000, 60_000]);
});
