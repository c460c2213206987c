-- DropForeignKey
ALTER TABLE "ChapterDraft" DROP CONSTRAINT "ChapterDraft_jobId_position_fkey";

-- DropForeignKey
ALTER TABLE "JobChapter" DROP CONSTRAINT "JobChapter_jobId_fkey";

-- DropForeignKey
ALTER TABLE "JobSource" DROP CONSTRAINT "JobSource_jobId_fkey";

-- DropForeignKey
ALTER TABLE "JobStage" DROP CONSTRAINT "JobStage_jobId_fkey";

-- DropForeignKey
ALTER TABLE "ModelCall" DROP CONSTRAINT "ModelCall_jobId_fkey";

-- DropIndex
DROP INDEX "Job_status_id_idx";

-- AlterTable
ALTER TABLE "ChapterDraft" DROP CONSTRAINT "ChapterDraft_pkey",
ALTER COLUMN "jobId" SET DATA TYPE TEXT,
ADD CONSTRAINT "ChapterDraft_pkey" PRIMARY KEY ("jobId", "position", "draft", "start");

-- AlterTable
ALTER TABLE "Job" DROP CONSTRAINT "Job_pkey",
ADD COLUMN     "endpointId" TEXT,
ADD COLUMN     "metadata" TEXT,
ADD COLUMN     "rank" UUID,
ADD COLUMN     "userId" TEXT,
ALTER COLUMN "id" SET DATA TYPE TEXT,
ADD CONSTRAINT "Job_pkey" PRIMARY KEY ("id");

-- The ids so far are in the order of creation. An UPDATE would fire the trigger.
ALTER TABLE "Job" ALTER COLUMN "rank" SET DATA TYPE UUID USING "id"::uuid, ALTER COLUMN "rank" SET NOT NULL;

-- AlterTable
ALTER TABLE "JobChapter" DROP CONSTRAINT "JobChapter_pkey",
ALTER COLUMN "jobId" SET DATA TYPE TEXT,
ADD CONSTRAINT "JobChapter_pkey" PRIMARY KEY ("jobId", "position");

-- AlterTable
ALTER TABLE "JobSource" DROP CONSTRAINT "JobSource_pkey",
ALTER COLUMN "jobId" SET DATA TYPE TEXT,
ADD CONSTRAINT "JobSource_pkey" PRIMARY KEY ("jobId", "number");

-- AlterTable
ALTER TABLE "JobStage" DROP CONSTRAINT "JobStage_pkey",
ALTER COLUMN "jobId" SET DATA TYPE TEXT,
ADD CONSTRAINT "JobStage_pkey" PRIMARY KEY ("jobId", "name", "position");

-- AlterTable
ALTER TABLE "ModelCall" ALTER COLUMN "jobId" SET DATA TYPE TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Job_rank_key" ON "Job"("rank");

-- CreateIndex
CREATE INDEX "Job_status_rank_idx" ON "Job"("status", "rank");

-- AddForeignKey
ALTER TABLE "JobStage" ADD CONSTRAINT "JobStage_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobSource" ADD CONSTRAINT "JobSource_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobChapter" ADD CONSTRAINT "JobChapter_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChapterDraft" ADD CONSTRAINT "ChapterDraft_jobId_position_fkey" FOREIGN KEY ("jobId", "position") REFERENCES "JobChapter"("jobId", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
