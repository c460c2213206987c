-- DropIndex
DROP INDEX "Book_jobId_idx";

-- DropIndex
DROP INDEX "InboxEntry_jobId_idx";

-- AlterTable
ALTER TABLE "Book" ALTER COLUMN "generatedAt" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "InboxEntry" ADD COLUMN     "bodyBytes" INTEGER NOT NULL;

-- CreateIndex
CREATE INDEX "Book_jobId_idx" ON "Book" USING HASH ("jobId");

-- CreateIndex
CREATE INDEX "InboxEntry_jobId_idx" ON "InboxEntry" USING HASH ("jobId");
