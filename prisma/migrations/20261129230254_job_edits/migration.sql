-- CreateTable
CREATE TABLE "JobEdit" (
    "jobId" TEXT NOT NULL,
    "stage" "StageName" NOT NULL,
    "position" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "JobEdit_pkey" PRIMARY KEY ("jobId","position","stage","number")
);

-- AddForeignKey
ALTER TABLE "JobEdit" ADD CONSTRAINT "JobEdit_jobId_position_fkey" FOREIGN KEY ("jobId", "position") REFERENCES "JobChapter"("jobId", "position") ON DELETE CASCADE ON UPDATE CASCADE;
