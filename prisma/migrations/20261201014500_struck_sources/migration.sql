-- AlterTable
ALTER TABLE "JobSource" ADD COLUMN     "struck" BOOLEAN NOT NULL DEFAULT false;
