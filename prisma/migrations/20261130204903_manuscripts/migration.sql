-- CreateTable
CREATE TABLE "JobManuscript" (
    "jobId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "picturesLeftOut" INTEGER NOT NULL,

    CONSTRAINT "JobManuscript_pkey" PRIMARY KEY ("jobId")
);

-- CreateTable
CREATE TABLE "JobPicture" (
    "jobId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "JobPicture_pkey" PRIMARY KEY ("jobId","name")
);

-- AddForeignKey
ALTER TABLE "JobManuscript" ADD CONSTRAINT "JobManuscript_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobPicture" ADD CONSTRAINT "JobPicture_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "JobManuscript"("jobId") ON DELETE CASCADE ON UPDATE CASCADE;
