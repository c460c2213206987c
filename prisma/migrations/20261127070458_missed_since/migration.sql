-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "missedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Endpoint" ADD COLUMN     "missedSince" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Delivery_endpointId_missedAt_idx" ON "Delivery"("endpointId", "missedAt") WHERE ("missedAt" IS NOT NULL);

-- What was given up before is counted too.
UPDATE "Delivery" SET "missedAt" = "updatedAt" WHERE status IN ('failed', 'disabled') AND "eventType" <> 'webhook.test';
UPDATE "Endpoint" SET "missedSince" = "disabledAt" WHERE "disabledAt" IS NOT NULL;
