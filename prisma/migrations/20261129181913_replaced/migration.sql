-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "replacedAt" TIMESTAMPTZ(3);
