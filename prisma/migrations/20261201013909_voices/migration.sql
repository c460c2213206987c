-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "voice" JSONB;

-- CreateTable
CREATE TABLE "Voice" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sheet" JSONB NOT NULL,
    "measured" JSONB,
    "readBy" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Voice_pkey" PRIMARY KEY ("id")
);
