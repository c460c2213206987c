export const periodWords = { "1h": "dernière heure", "24h": "24 dernières heures", "7d": "7 derniers jours" } as const;
