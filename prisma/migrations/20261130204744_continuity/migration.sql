-- AlterEnum
ALTER TYPE "StageName" ADD VALUE 'continuity' BEFORE 'review';

-- CreateTable
CREATE TABLE "JobBible" (
    "jobId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,
    "told" JSONB,
    "toldTo" TEXT,

    CONSTRAINT "JobBible_pkey" PRIMARY KEY ("jobId")
);

-- AddForeignKey
ALTER TABLE "JobBible" ADD CONSTRAINT "JobBible_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
