import type { Concession } from "./concession.ts";

/** Keeps what a model's server was found not to take. */
export type Memory = {
  read: () => Promise<Concession[]>;
  add: (concessions: Concession[]) => Promise<void>;
};

export function createMemory(): Memory {
  const known: Concession[] = [];
  return {
    read: async () => [...known],
    add: async (concessions) => {
      known.push(...concessions);
    },
  };
}
