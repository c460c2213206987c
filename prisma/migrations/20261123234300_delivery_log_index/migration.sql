-- DropIndex
DROP INDEX "Delivery_bulkResendId_status_idx";

-- DropIndex
DROP INDEX "Delivery_endpointId_id_idx";

-- DropIndex
DROP INDEX "Delivery_eventType_id_idx";

-- DropIndex
DROP INDEX "Delivery_httpStatus_id_idx";

-- DropIndex
DROP INDEX "Delivery_status_id_idx";

-- CreateIndex
CREATE INDEX "Delivery_status_endpointId_eventType_httpStatus_id_idx" ON "Delivery"("status", "endpointId", "eventType", "httpStatus", "id");

-- CreateIndex
CREATE INDEX "Delivery_bulkResendId_status_idx" ON "Delivery"("bulkResendId", "status") WHERE ("bulkResendId" IS NOT NULL);
