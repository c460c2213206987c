type Grouped = { id: string; groupId?: string | null };
type Group<Job> = {
  limit: number;
  inFlight: number;
  deferred: Job[];
  excluded: boolean;
  /** An answer since the last recording asked for fewer requests. */
  overloaded: boolean;
  /** That it was overloaded is on record, and its deferred jobs were not looked at since. */
  mayPostpone: boolean;
};

const initialLimit = 10;
const maxLimit = 100;
const minLimit = 2;
const maxInFlight = 400;

/**
 * Limits the requests in flight: each endpoint (a group of jobs) has its own limit, which grows by one with every answer
 * and halves when it is overloaded. Past `maxInFlight` in all, each still gets its first ten, so that none starves. Jobs
 * fetched beyond a limit are deferred here, and their group is excluded from fetches until all of them have left.
 */
export function createConcurrencyLimiter<Job extends Grouped>() {
  const inFlight = new Map<string, Job>();
  const groups = new Map<string, Group<Job>>();

  function groupOf({ groupId }: { groupId?: string | null }) {
    const name = groupId ?? "";
    const group = groups.get(name) ?? {
      limit: initialLimit,
      inFlight: 0,
      deferred: [],
      excluded: false,
      overloaded: false,
      mayPostpone: false,
    };
    groups.set(name, group);
    return group;
  }

  function roomOf({ limit, inFlight: own }: Group<Job>, reserved = 0) {
    const max = inFlight.size + reserved < maxInFlight ? limit : Math.min(limit, initialLimit);
    return Math.max(max - own, 0);
  }

  const allGroups = () => [...groups.values()];

  return {
    acquire(job: Job) {
      inFlight.set(job.id, job);
      groupOf(job).inFlight += 1;
    },
    release(job: Job, { overloaded }: { overloaded: boolean }) {
      const group = groupOf(job);
      group.inFlight -= 1;
      group.overloaded ||= overloaded;
      group.limit = overloaded ? Math.max(Math.floor(group.limit / 2), minLimit) : Math.min(group.limit + 1, maxLimit);
    },
    markRecorded(jobs: Job[]) {
      for (const job of jobs) {
        inFlight.delete(job.id);
        const group = groupOf(job);
        group.mayPostpone ||= group.overloaded;
        group.overloaded = false;
      }
    },
    defer(jobs: Job[]) {
      for (const job of jobs) groupOf(job).deferred.push(job);
    },
    takeResumable: () =>
      allGroups().flatMap((group) => {
        const resumed = group.deferred.splice(0, group.mayPostpone ? group.deferred.length : roomOf(group));
        group.mayPostpone = false;
        return resumed;
      }),
    takeDeferred: () => allGroups().flatMap((group) => group.deferred.splice(0)),
    split(jobs: Job[]) {
      const counts = new Map<Group<Job>, number>();
      const hasRoom = (job: Job) => {
        const group = groupOf(job);
        const before = counts.get(group) ?? 0;
        counts.set(group, before + 1);
        return before < roomOf(group, before);
      };
      const { ready = [], deferred = [] } = Object.groupBy(jobs, (job) => (hasRoom(job) ? "ready" : "deferred"));
      return { ready, deferred };
    },
    /** The groups that the next fetch must exclude, remembered for `hasReopened`. */
    excludedGroups() {
      for (const group of groups.values()) group.excluded = group.deferred.length > 0 || roomOf(group) === 0;
      return [...groups].filter(([, { excluded }]) => excluded).map(([name]) => name);
    },
    /** Tells that a group excluded from the last fetch has room again, and nothing deferred to fill it. */
    hasReopened: () => allGroups().some((group) => group.excluded && group.deferred.length === 0 && roomOf(group) > 0),
    hasResumable: () =>
      allGroups().some((group) => group.deferred.length > 0 && (group.mayPostpone || roomOf(group) > 0)),
    heldJobs: () => [...inFlight.values(), ...allGroups().flatMap(({ deferred }) => deferred)],
    countInFlight: () => inFlight.size,
  };
}
