-- CreateTable
CREATE TABLE "ModelCall" (
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "stage" "StageName" NOT NULL,
    "position" INTEGER,
    "role" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "cut" BOOLEAN NOT NULL DEFAULT false,
    "inputTokens" INTEGER,
    "cachedTokens" INTEGER,
    "outputTokens" INTEGER,
    "cost" DOUBLE PRECISION,
    "reserved" DOUBLE PRECISION,
    "outcome" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ModelCall_jobId_stage_position_idx" ON "ModelCall"("jobId", "stage", "position");

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
