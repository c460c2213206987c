-- AlterTable
ALTER TABLE "Endpoint" ADD COLUMN     "pausesAt" TIMESTAMPTZ(3);

-- Those that had their last warning keep the date it named.
UPDATE "Endpoint" SET "pausesAt" = "failingSince" + interval '120 hours' WHERE "warned" = 90;
