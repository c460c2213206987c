-- AlterTable
ALTER TABLE "JobChapter" ADD COLUMN     "written" TEXT;

-- AlterTable
ALTER TABLE "JobEdit" ADD COLUMN     "lead" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "restoredAt" TIMESTAMPTZ(3),
ADD COLUMN     "trail" TEXT NOT NULL DEFAULT '';
