type Grouped = { id: string; groupId?: string | null };

const inFlight = 200;
const perEndpoint = 100;

/**
 * Counts the requests in flight, in all and by endpoint, so that a hanging endpoint delays only itself;
 * and keeps every job that is held, in flight or about to be recorded.
 */
export function createSlots<Job extends Grouped>() {
  const held = new Map<string, Job>();
  const groups = new Map<string, number>();
  let closed = false;

  function change(job: Job, by: 1 | -1) {
    const group = job.groupId ?? "";
    groups.set(group, (groups.get(group) ?? 0) + by);
  }

  return {
    take(job: Job) {
      held.set(job.id, job);
      change(job, 1);
    },
    /** Its request is over: another may leave while it is recorded. */
    land: (job: Job) => change(job, -1),
    free(recorded: Job[]) {
      for (const job of recorded) held.delete(job.id);
    },
    held: () => [...held.values()],
    /** How many may be fetched now, whatever endpoints they are for, and which endpoints to pass over. */
    room() {
      const fullGroups = [...groups].filter(([, count]) => count >= perEndpoint).map(([group]) => group);
      const busiest = Math.max(0, ...[...groups.values()].filter((count) => count < perEndpoint));
      const free = Math.min(inFlight - held.size, perEndpoint - busiest);
      return { batchSize: closed ? 0 : Math.max(free, 0), fullGroups };
    },
    close() {
      closed = true;
    },
  };
}
