-- The one queue entry that may send a delivery.
-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "queueJobId" UUID;
