-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "waitsUntil" TIMESTAMPTZ(3);
