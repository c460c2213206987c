import { deletedBefore, type Pruner } from "../../retention.ts";

/** A job takes its chapters, calls and pictures with it. */
const jobsAtOnce = 10;

/** Takes away what was deleted long ago. What was published stays in the delivery log for as long as any other. */
export const deletedJobPruner: Pruner = {
  name: "deleted jobs",
  async prunePage(tx) {
    const jobs = await tx.job.findMany({
      where: { deletedAt: { lt: deletedBefore() } },
      orderBy: { deletedAt: "asc" },
      take: jobsAtOnce,
      select: { id: true },
    });
    await tx.job.deleteMany({ where: { id: { in: jobs.map(({ id }) => id) } } });
    return jobs.at(-1)?.id ?? null;
  },
};
