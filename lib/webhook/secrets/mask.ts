/** Stands for a secret wherever a request is shown. */
export const mask = "••••••••";
