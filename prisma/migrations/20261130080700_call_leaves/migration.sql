-- A call under way has left, for all that is known of it.
UPDATE "ModelCall" SET "aliveAt" = "startedAt" WHERE "finishedAt" IS NULL AND "aliveAt" IS NULL;
