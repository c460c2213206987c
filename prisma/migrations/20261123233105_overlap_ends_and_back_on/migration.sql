-- AlterTable
ALTER TABLE "Endpoint" ADD COLUMN     "enabledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ReceiverSecret" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3);
