-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "quality" JSONB;
