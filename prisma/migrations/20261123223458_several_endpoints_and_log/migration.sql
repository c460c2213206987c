-- CreateEnum
CREATE TYPE "BulkResendStatus" AS ENUM ('running', 'stopped', 'done');

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "connectMs" INTEGER,
ADD COLUMN     "dnsMs" INTEGER,
ADD COLUMN     "firstByteMs" INTEGER,
ADD COLUMN     "remoteAddress" TEXT,
ADD COLUMN     "tlsMs" INTEGER,
ADD COLUMN     "verifiedKey" TEXT;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "bulkResendId" UUID,
ADD COLUMN     "eventType" TEXT,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "httpStatus" INTEGER,
ADD COLUMN     "jobId" TEXT,
ADD COLUMN     "postponed" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Delivery" d SET "eventType" = e.type, "jobId" = e."jobId" FROM "Event" e WHERE e.id = d."eventId";
UPDATE "Delivery" d SET "httpStatus" = a."responseStatus", failure = a.failure
FROM (SELECT DISTINCT ON ("deliveryId") * FROM "Attempt" ORDER BY "deliveryId", number DESC) a
WHERE a."deliveryId" = d.id;
ALTER TABLE "Delivery" ALTER COLUMN "eventType" SET NOT NULL, ALTER COLUMN "jobId" SET NOT NULL;

-- AlterTable
ALTER TABLE "Endpoint" ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "disabledAt" TIMESTAMPTZ(3),
ADD COLUMN     "eventTypes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "failingSince" TIMESTAMPTZ(3),
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "headers" BYTEA,
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "retrySchedule" TEXT,
ADD COLUMN     "sendSecret" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "throttledUntil" TIMESTAMPTZ(3),
ADD COLUMN     "throttles" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "warned" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Event" ALTER COLUMN "body" DROP NOT NULL;

-- AlterTable
ALTER TABLE "InboxEntry" ADD COLUMN     "keyFingerprint" TEXT,
ALTER COLUMN "body" DROP NOT NULL;

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

-- The stored secret becomes the endpoint's current key.
INSERT INTO "EndpointKey" ("id", "endpointId", "secret", "createdAt")
SELECT gen_random_uuid(), "id", "secret", "updatedAt" FROM "Endpoint" WHERE "secret" IS NOT NULL;
ALTER TABLE "Endpoint" DROP COLUMN "secret";

-- CreateTable
CREATE TABLE "BulkResend" (
    "id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "status" "BulkResendStatus" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "queued" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "from" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkResend_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EndpointKey_endpointId_idx" ON "EndpointKey"("endpointId");

-- CreateIndex
CREATE INDEX "BulkResend_status_idx" ON "BulkResend"("status");

-- CreateIndex
CREATE INDEX "Delivery_eventType_id_idx" ON "Delivery"("eventType", "id");

-- CreateIndex
CREATE INDEX "Delivery_jobId_id_idx" ON "Delivery"("jobId", "id");

-- CreateIndex
CREATE INDEX "Delivery_httpStatus_id_idx" ON "Delivery"("httpStatus", "id");

-- CreateIndex
CREATE INDEX "Delivery_bulkResendId_status_idx" ON "Delivery"("bulkResendId", "status");

-- AddForeignKey
ALTER TABLE "EndpointKey" ADD CONSTRAINT "EndpointKey_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "Endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_bulkResendId_fkey" FOREIGN KEY ("bulkResendId") REFERENCES "BulkResend"("id") ON DELETE SET NULL ON UPDATE CASCADE;
