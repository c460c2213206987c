-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "outlineVersion" INTEGER NOT NULL DEFAULT 1;
