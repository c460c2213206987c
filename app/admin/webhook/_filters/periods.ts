export const periodNames = ["1h", "24h", "7d"] as const;

/** Ranges that move with the clock, in milliseconds. */
export const periods = { "1h": 3_600_000, "24h": 86_400_000, "7d": 604_800_000 } as const;

export const periodWords = { "1h": "dernière heure", "24h": "24 dernières heures", "7d": "7 derniers jours" } as const;
