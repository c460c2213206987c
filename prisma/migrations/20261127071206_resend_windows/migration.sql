-- AlterTable
ALTER TABLE "BulkResend" DROP COLUMN "cursor",
ADD COLUMN     "cursors" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "resentFrom" "DeliveryStatus";
