-- AlterTable
ALTER TABLE "JobStage" ADD COLUMN     "waitsFor" TEXT,
ADD COLUMN     "waitsSince" TIMESTAMPTZ(3);
