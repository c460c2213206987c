-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "models" JSONB;

-- AlterTable
ALTER TABLE "JobChapter" ADD COLUMN     "givenUp" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "model" TEXT,
ADD COLUMN     "retryAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "JobStage" ADD COLUMN     "givenUp" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "model" TEXT,
ADD COLUMN     "retryAt" TIMESTAMPTZ(3);
