-- AlterTable
ALTER TABLE "JobChapter" ADD COLUMN     "limits" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "JobStage" ADD COLUMN     "limits" INTEGER NOT NULL DEFAULT 0;
