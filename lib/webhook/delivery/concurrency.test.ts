import { expect, test } from "vitest";
import { createSlots } from "./concurrency.ts";

type Job = { id: string; groupId: string };
const jobs = (groupId: string, count: number): Job[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${groupId}-${index}`, groupId }));

function leave(slots: ReturnType<typeof createSlots<Job>>, fetched: Job[]) {
  const { ready, parked } = slots.split(fetched);
  for (const job of ready) slots.take(job);
  slots.park(parked);
  return ready;
}

function answer(slots: ReturnType<typeof createSlots<Job>>, landed: Job[], struggles = false) {
  for (const job of landed) slots.land(job, { struggles });
  slots.free(landed);
}

test("une adresse commence à dix, double à chaque aller-retour jusqu’à cent, et tombe à deux quand elle peine", () => {
  const slots = createSlots<Job>();
  const sizes: number[] = [];
  for (let round = 0; round < 6; round++) {
    const ready = leave(slots, jobs("a", 200));
    sizes.push(ready.length);
    slots.unpark();
    answer(slots, ready);
  }
  expect(sizes).toEqual([10, 20, 40, 80, 100, 100]);
  const ready = leave(slots, jobs("a", 200));
  slots.unpark();
  answer(slots, ready, true);
  expect(leave(slots, jobs("a", 200))).toHaveLength(2);
});

test("ce qui dépasse est garé, tenu, et repart avant qu’on cherche plus loin", () => {
  const slots = createSlots<Job>();
  const first = leave(slots, jobs("a", 15));
  expect(slots.passOver()).toEqual(["a"]);
  expect(slots.held()).toHaveLength(15);
  expect([slots.resumable(), slots.reopened()]).toEqual([false, false]);
  answer(slots, first.slice(0, 3));
  expect([slots.resumable(), slots.reopened()]).toEqual([true, false]);
  const resumed = slots.resume();
  expect(resumed.map(({ id }) => id)).toEqual(["a-10", "a-11", "a-12", "a-13", "a-14"]);
  expect(slots.reopened()).toBe(true);
  for (const job of resumed) slots.take(job);
  expect(slots.inFlight()).toBe(12);
});

test("au-delà du total chaque adresse garde ses dix premières places", () => {
  const slots = createSlots<Job>();
  for (const name of ["a", "b", "c", "d"]) {
    for (let round = 0; round < 5; round++) {
      answer(slots, leave(slots, jobs(name, 200)));
      slots.unpark();
    }
    expect(leave(slots, jobs(name, 100))).toHaveLength(100);
  }
  expect(leave(slots, jobs("e", 50))).toHaveLength(10);
  expect(leave(slots, jobs("f", 50))).toHaveLength(10);
  expect(slots.inFlight()).toBe(420);
});

test("ce qui est garé quand une adresse peine revient d’un coup, une fois que c’est noté, et une seule fois", () => {
  const slots = createSlots<Job>();
  const [first, ...others] = leave(slots, jobs("a", 100));
  slots.land(first!, { struggles: true });
  expect(slots.resumable()).toBe(false);
  slots.free([first!]);
  expect(slots.resumable()).toBe(true);
  const resumed = slots.resume();
  expect(resumed).toHaveLength(90);
  const { ready, parked } = slots.split(resumed);
  expect([ready.length, parked.length]).toEqual([0, 90]);
  slots.park(parked);
  expect(slots.resumable()).toBe(false);
  answer(slots, others);
  expect(slots.resume()).toHaveLength(14);
});
