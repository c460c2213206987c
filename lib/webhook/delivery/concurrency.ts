type Grouped = { id: string; groupId?: string | null };
type Group<Job> = {
  limit: number;
  inFlight: number;
  parked: Job[];
  passedOver: boolean;
  /** Since something parked was last looked at: an answer said that it struggles, and that is on record. */
  struggles: boolean;
  slowed: boolean;
};

const firstLimit = 10;
const highestLimit = 100;
const lowestLimit = 2;
const mostHeld = 400;

/**
 * Decides how many requests may be in flight. Each endpoint has a limit of its own, which grows with every answer
 * and halves when it struggles: one that hangs soon holds two slots. Past the total an endpoint still gets its first
 * ten, so that nobody's appetite starves another. The queue cannot be asked for so many jobs of each endpoint: what
 * comes beyond a limit is parked here, and its endpoint passed over until the last of it has left.
 */
export function createSlots<Job extends Grouped>() {
  const held = new Map<string, Job>();
  const groups = new Map<string, Group<Job>>();

  function groupOf({ groupId }: { groupId?: string | null }) {
    const name = groupId ?? "";
    const fresh = { limit: firstLimit, inFlight: 0, parked: [], passedOver: false, struggles: false, slowed: false };
    const group = groups.get(name) ?? fresh;
    groups.set(name, group);
    return group;
  }

  function roomOf({ limit, inFlight }: Group<Job>, heldMore = 0) {
    const most = held.size + heldMore < mostHeld ? limit : Math.min(limit, firstLimit);
    return Math.max(most - inFlight, 0);
  }

  const all = () => [...groups.values()];

  return {
    /** Its request is about to leave. */
    take(job: Job) {
      held.set(job.id, job);
      groupOf(job).inFlight += 1;
    },
    /** Its request is over: another may leave while it is recorded. */
    land(job: Job, { struggles }: { struggles: boolean }) {
      const group = groupOf(job);
      group.inFlight -= 1;
      group.struggles ||= struggles;
      group.limit = struggles
        ? Math.max(Math.floor(group.limit / 2), lowestLimit)
        : Math.min(group.limit + 1, highestLimit);
    },
    free(recorded: Job[]) {
      for (const job of recorded) {
        held.delete(job.id);
        const group = groupOf(job);
        group.slowed ||= group.struggles;
        group.struggles = false;
      }
    },
    park(jobs: Job[]) {
      for (const job of jobs) groupOf(job).parked.push(job);
    },
    /** Takes out what was parked and may leave now; once it is slowed down, all: what then waits needs no place. */
    resume: () =>
      all().flatMap((group) => {
        const resumed = group.parked.splice(0, group.slowed ? group.parked.length : roomOf(group));
        group.slowed = false;
        return resumed;
      }),
    /** Takes out everything that was parked. */
    unpark: () => all().flatMap((group) => group.parked.splice(0)),
    /** Of jobs that are held, what may leave now and what is to be parked. */
    split(jobs: Job[]) {
      const taken = new Map<Group<Job>, number>();
      const mayLeave = (job: Job) => {
        const group = groupOf(job);
        const before = taken.get(group) ?? 0;
        taken.set(group, before + 1);
        return before < roomOf(group, before);
      };
      const { ready = [], parked = [] } = Object.groupBy(jobs, (job) => (mayLeave(job) ? "ready" : "parked"));
      return { ready, parked };
    },
    /** The endpoints that a fetch now must pass over; it is remembered for `reopened`. */
    passOver() {
      for (const group of groups.values()) group.passedOver = group.parked.length > 0 || roomOf(group) === 0;
      return [...groups].filter(([, { passedOver }]) => passedOver).map(([name]) => name);
    },
    /** Whether an endpoint passed over by the last fetch has room again, and nothing parked to fill it. */
    reopened: () => all().some((group) => group.passedOver && group.parked.length === 0 && roomOf(group) > 0),
    /** Whether something parked may leave, or wait elsewhere. */
    resumable: () => all().some((group) => group.parked.length > 0 && (group.slowed || roomOf(group) > 0)),
    /** Every job whose claim must be kept alive. */
    held: () => [...held.values(), ...all().flatMap(({ parked }) => parked)],
    inFlight: () => held.size,
  };
}
