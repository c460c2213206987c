type Grouped = { id: string; groupId?: string | null };

const inFlight = 200;
const perEndpoint = 100;

/** Counts what is in flight, in all and by endpoint, so that a hanging endpoint delays only itself. */
export function createSlots<Job extends Grouped>() {
  const jobs = new Map<string, Job>();
  const groups = new Map<string, number>();
  let closed = false;

  function change(job: Job, by: 1 | -1) {
    const group = job.groupId ?? "";
    groups.set(group, (groups.get(group) ?? 0) + by);
  }

  return {
    take(taken: Job[]) {
      for (const job of taken) {
        jobs.set(job.id, job);
        change(job, 1);
      }
    },
    free(freed: Job[]) {
      for (const job of freed) if (jobs.delete(job.id)) change(job, -1);
    },
    taken: () => [...jobs.values()],
    /** How many may be fetched now, whatever endpoints they are for, and which endpoints to pass over. */
    room() {
      const fullGroups = [...groups].filter(([, count]) => count >= perEndpoint).map(([group]) => group);
      const busiest = Math.max(0, ...[...groups.values()].filter((count) => count < perEndpoint));
      const free = Math.min(inFlight - jobs.size, perEndpoint - busiest);
      return { batchSize: closed ? 0 : Math.max(free, 0), fullGroups };
    },
    close() {
      closed = true;
    },
  };
}
