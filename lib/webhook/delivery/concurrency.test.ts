import { expect, test } from "vitest";
import { createConcurrencyLimiter } from "./concurrency.ts";

type Job = { id: string; groupId: string };
const jobs = (groupId: string, count: number): Job[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${groupId}-${index}`, groupId }));

function leave(limiter: ReturnType<typeof createConcurrencyLimiter<Job>>, fetched: Job[]) {
  const { ready, deferred } = limiter.split(fetched);
  for (const job of ready) limiter.acquire(job);
  limiter.defer(deferred);
  return ready;
}

function answer(limiter: ReturnType<typeof createConcurrencyLimiter<Job>>, answered: Job[], overloaded = false) {
  for (const job of answered) limiter.release(job, { overloaded });
  limiter.markRecorded(answered);
}

test("une adresse commence à dix, double à chaque aller-retour jusqu’à cent, et tombe à deux quand elle peine", () => {
  const limiter = createConcurrencyLimiter<Job>();
  const sizes: number[] = [];
  for (let round = 0; round < 6; round++) {
    const ready = leave(limiter, jobs("a", 200));
    sizes.push(ready.length);
    limiter.takeDeferred();
    answer(limiter, ready);
  }
  expect(sizes).toEqual([10, 20, 40, 80, 100, 100]);
  const ready = leave(limiter, jobs("a", 200));
  limiter.takeDeferred();
  answer(limiter, ready, true);
  expect(leave(limiter, jobs("a", 200))).toHaveLength(2);
});

test("ce qui dépasse est garé, tenu, et repart avant qu’on cherche plus loin", () => {
  const limiter = createConcurrencyLimiter<Job>();
  const first = leave(limiter, jobs("a", 15));
  expect(limiter.excludedGroups()).toEqual(["a"]);
  expect(limiter.heldJobs()).toHaveLength(15);
  expect([limiter.hasResumable(), limiter.hasReopened()]).toEqual([false, false]);
  answer(limiter, first.slice(0, 3));
  expect([limiter.hasResumable(), limiter.hasReopened()]).toEqual([true, false]);
  const resumed = limiter.takeResumable();
  expect(resumed.map(({ id }) => id)).toEqual(["a-10", "a-11", "a-12", "a-13", "a-14"]);
  expect(limiter.hasReopened()).toBe(true);
  for (const job of resumed) limiter.acquire(job);
  expect(limiter.countInFlight()).toBe(12);
});

test("au-delà du total chaque adresse garde ses dix premières places", () => {
  const limiter = createConcurrencyLimiter<Job>();
  for (const name of ["a", "b", "c", "d"]) {
    for (let round = 0; round < 5; round++) {
      answer(limiter, leave(limiter, jobs(name, 200)));
      limiter.takeDeferred();
    }
    expect(leave(limiter, jobs(name, 100))).toHaveLength(100);
  }
  expect(leave(limiter, jobs("e", 50))).toHaveLength(10);
  expect(leave(limiter, jobs("f", 50))).toHaveLength(10);
  expect(limiter.countInFlight()).toBe(420);
});

test("ce qui est garé quand une adresse peine revient d’un coup, une fois que c’est noté, et une seule fois", () => {
  const limiter = createConcurrencyLimiter<Job>();
  const [first, ...others] = leave(limiter, jobs("a", 100));
  limiter.release(first!, { overloaded: true });
  expect(limiter.hasResumable()).toBe(false);
  limiter.markRecorded([first!]);
  expect(limiter.hasResumable()).toBe(true);
  const resumed = limiter.takeResumable();
  expect(resumed).toHaveLength(90);
  const { ready, deferred } = limiter.split(resumed);
  expect([ready.length, deferred.length]).toEqual([0, 90]);
  limiter.defer(deferred);
  expect(limiter.hasResumable()).toBe(false);
  answer(limiter, others);
  expect(limiter.takeResumable()).toHaveLength(14);
});
