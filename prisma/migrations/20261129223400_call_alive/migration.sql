-- AlterTable
ALTER TABLE "ModelCall" ADD COLUMN     "aliveAt" TIMESTAMPTZ(3);
