-- CreateEnum
CREATE TYPE "JobStatus" AS ENUM ('pending', 'generating_outline', 'awaiting_approval', 'writing_chapters', 'finalizing', 'completed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "StageName" AS ENUM ('research', 'outline', 'chapter', 'review', 'finalize');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('signature', 'secret', 'none');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('pending', 'delivered', 'failed', 'disabled');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('in_flight', 'delivered', 'failed', 'interrupted');

-- CreateEnum
CREATE TYPE "AttemptTrigger" AS ENUM ('schedule', 'resend', 'test');

-- CreateEnum
CREATE TYPE "BulkResendStatus" AS ENUM ('running', 'stopped', 'done');

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "title" TEXT,
    "topic" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "status" "JobStatus" NOT NULL DEFAULT 'pending',
    "run" INTEGER NOT NULL DEFAULT 1,
    "model" TEXT NOT NULL,
    "models" JSONB NOT NULL,
    "bookTitle" TEXT,
    "outline" JSONB,
    "outlineVersion" INTEGER NOT NULL DEFAULT 1,
    "estimate" JSONB,
    "quality" JSONB,
    "error" TEXT,
    "idempotencyKey" TEXT,
    "requestHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobStage" (
    "jobId" UUID NOT NULL,
    "name" "StageName" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "limits" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "model" TEXT,
    "givenUp" JSONB NOT NULL DEFAULT '{}',
    "retryAt" TIMESTAMPTZ(3),
    "result" JSONB,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JobStage_pkey" PRIMARY KEY ("jobId","name","position")
);

-- CreateTable
CREATE TABLE "JobSource" (
    "jobId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "retrievedAt" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "JobSource_pkey" PRIMARY KEY ("jobId","number")
);

-- CreateTable
CREATE TABLE "JobChapter" (
    "jobId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "keyPoints" JSONB NOT NULL,
    "content" TEXT,
    "wordCount" INTEGER,
    "draft" INTEGER NOT NULL DEFAULT 0,
    "html" TEXT,
    "htmlKey" TEXT,
    "htmlWords" INTEGER,

    CONSTRAINT "JobChapter_pkey" PRIMARY KEY ("jobId","position")
);

-- CreateTable
CREATE TABLE "ChapterDraft" (
    "jobId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "draft" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ChapterDraft_pkey" PRIMARY KEY ("jobId","position","draft","start")
);

-- CreateTable
CREATE TABLE "ModelCall" (
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "stage" "StageName" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
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

-- CreateTable
CREATE TABLE "InboxEntry" (
    "id" UUID NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "webhookId" TEXT,
    "jobId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "body" TEXT,
    "bodyBytes" INTEGER NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "verification" "Verification" NOT NULL,
    "keyFingerprint" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "lastDuplicateAt" TIMESTAMPTZ(3),
    "processedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "InboxEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Book" (
    "id" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "jobId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "outline" JSONB NOT NULL,
    "generatedAt" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "chapterCount" INTEGER NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookChapter" (
    "bookId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "html" TEXT,
    "htmlKey" TEXT,
    "htmlWords" INTEGER,

    CONSTRAINT "BookChapter_pkey" PRIMARY KEY ("bookId","position")
);

-- CreateTable
CREATE TABLE "ReceiverSecret" (
    "id" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReceiverSecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiter" (
    "model" TEXT NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "RateLimiter_pkey" PRIMARY KEY ("model")
);

-- CreateTable
CREATE TABLE "Retention" (
    "name" TEXT NOT NULL,
    "cursor" TEXT NOT NULL DEFAULT '',
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "rescanAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Retention_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Endpoint" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "enabled" BOOLEAN,
    "url" TEXT,
    "environment" TEXT,
    "eventTypes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "headers" BYTEA,
    "sendSecret" BOOLEAN NOT NULL DEFAULT true,
    "retrySchedule" TEXT,
    "disabledReason" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "missedSince" TIMESTAMPTZ(3),
    "enabledAt" TIMESTAMPTZ(3),
    "throttledUntil" TIMESTAMPTZ(3),
    "throttles" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "warned" INTEGER NOT NULL DEFAULT 0,
    "pausesAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EndpointKey" (
    "id" UUID NOT NULL,
    "endpointId" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastVerifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EndpointKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "title" TEXT,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "eventType" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'pending',
    "scheduled" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "queueJobId" UUID,
    "postponed" BOOLEAN NOT NULL DEFAULT false,
    "httpStatus" INTEGER,
    "failure" TEXT,
    "missedAt" TIMESTAMPTZ(3),
    "bulkResendId" UUID,
    "resentFrom" "DeliveryStatus",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "trigger" "AttemptTrigger" NOT NULL DEFAULT 'schedule',
    "outcome" "AttemptOutcome" NOT NULL DEFAULT 'in_flight',
    "url" TEXT NOT NULL,
    "requestHeaders" JSONB NOT NULL,
    "responseStatus" INTEGER,
    "responseHeaders" JSONB,
    "responseBody" BYTEA,
    "responseTruncated" BOOLEAN NOT NULL DEFAULT false,
    "failure" TEXT,
    "message" TEXT,
    "durationMs" INTEGER,
    "dnsMs" INTEGER,
    "connectMs" INTEGER,
    "tlsMs" INTEGER,
    "firstByteMs" INTEGER,
    "remoteAddress" TEXT,
    "verifiedKey" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkResend" (
    "id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "status" "BulkResendStatus" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "queued" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "cursors" JSONB NOT NULL DEFAULT '{}',
    "from" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkResend_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Job_idempotencyKey_key" ON "Job"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Job_status_id_idx" ON "Job"("status", "id");

-- CreateIndex
CREATE INDEX "ModelCall_jobId_stage_position_idx" ON "ModelCall"("jobId", "stage", "position");

-- CreateIndex
CREATE UNIQUE INDEX "InboxEntry_dedupeKey_key" ON "InboxEntry"("dedupeKey");

-- CreateIndex
CREATE INDEX "InboxEntry_jobId_idx" ON "InboxEntry" USING HASH ("jobId");

-- CreateIndex
CREATE INDEX "InboxEntry_receivedAt_idx" ON "InboxEntry"("receivedAt");

-- CreateIndex
CREATE INDEX "InboxEntry_error_idx" ON "InboxEntry"("id") WHERE ("processedAt" IS NULL);

-- CreateIndex
CREATE INDEX "InboxEntry_duplicated_idx" ON "InboxEntry"("id") WHERE (duplicates > 0);

-- CreateIndex
CREATE UNIQUE INDEX "Book_inboxId_key" ON "Book"("inboxId");

-- CreateIndex
CREATE INDEX "Book_jobId_idx" ON "Book" USING HASH ("jobId");

-- CreateIndex
CREATE INDEX "EndpointKey_endpointId_idx" ON "EndpointKey"("endpointId");

-- CreateIndex
CREATE INDEX "Event_jobId_idx" ON "Event"("jobId");

-- CreateIndex
CREATE INDEX "Delivery_jobId_id_idx" ON "Delivery"("jobId", "id");

-- CreateIndex
CREATE INDEX "Delivery_status_endpointId_eventType_httpStatus_id_idx" ON "Delivery"("status", "endpointId", "eventType", "httpStatus", "id");

-- CreateIndex
CREATE INDEX "Delivery_endpointId_missedAt_idx" ON "Delivery"("endpointId", "missedAt") WHERE ("missedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Delivery_bulkResendId_status_idx" ON "Delivery"("bulkResendId", "status") WHERE ("bulkResendId" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_eventId_endpointId_key" ON "Delivery"("eventId", "endpointId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_deliveryId_number_key" ON "Attempt"("deliveryId", "number");

-- CreateIndex
CREATE INDEX "BulkResend_status_idx" ON "BulkResend"("status");

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

-- AddForeignKey
ALTER TABLE "Book" ADD CONSTRAINT "Book_inboxId_fkey" FOREIGN KEY ("inboxId") REFERENCES "InboxEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookChapter" ADD CONSTRAINT "BookChapter_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "Book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndpointKey" ADD CONSTRAINT "EndpointKey_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "Endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "Endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_bulkResendId_fkey" FOREIGN KEY ("bulkResendId") REFERENCES "BulkResend"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Compressing a book's body takes longer than sending it, at every write and every read.
ALTER TABLE "Event" ALTER COLUMN "body" SET STORAGE EXTERNAL;

-- Notifies whoever shows a job live that it changed: the job's id, and the chapter's position when a piece of draft came.
-- The semicolons of the body are written \x3B because migrations are applied one statement at a time, split at each of them.
CREATE FUNCTION tell_live() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_TABLE_NAME = ''Job'' THEN
    PERFORM pg_notify(''sorami_live'', NEW."id"::text)\x3B
  ELSIF TG_TABLE_NAME = ''ChapterDraft'' THEN
    PERFORM pg_notify(''sorami_live'', NEW."jobId" || '' '' || NEW."position")\x3B
  ELSE
    PERFORM pg_notify(''sorami_live'', NEW."jobId"::text)\x3B
  END IF\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "Job" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "JobStage" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "JobChapter" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT ON "ChapterDraft" FOR EACH ROW EXECUTE FUNCTION tell_live();
