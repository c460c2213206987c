-- AlterTable
ALTER TABLE "ModelCall" ADD COLUMN "ended" TEXT;

UPDATE "ModelCall" SET "ended" = CASE WHEN "cut" THEN 'cut' ELSE 'whole' END WHERE "outcome" = 'answered';

ALTER TABLE "ModelCall" DROP COLUMN "cut";
