const pending = new Map<string, () => Promise<boolean>>();

/** Lets whoever goes on with a job save first what is being typed. @returns a function that ends it */
export function keepPending(job: string, save: () => Promise<boolean>): () => void {
  pending.set(job, save);
  return () => {
    if (pending.get(job) === save) pending.delete(job);
  };
}

/** @returns false when something typed could not be saved */
export const savePending = (job: string): Promise<boolean> => pending.get(job)?.() ?? Promise.resolve(true);
