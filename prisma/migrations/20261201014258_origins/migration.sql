-- CreateTable
CREATE TABLE "JobOrigin" (
    "jobId" TEXT NOT NULL,
    "originId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "told" JSONB,

    CONSTRAINT "JobOrigin_pkey" PRIMARY KEY ("jobId")
);

-- CreateTable
CREATE TABLE "OriginChapter" (
    "jobId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,

    CONSTRAINT "OriginChapter_pkey" PRIMARY KEY ("jobId","position")
);

-- AddForeignKey
ALTER TABLE "JobOrigin" ADD CONSTRAINT "JobOrigin_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OriginChapter" ADD CONSTRAINT "OriginChapter_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "JobOrigin"("jobId") ON DELETE CASCADE ON UPDATE CASCADE;
