-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "estimate" JSONB;
