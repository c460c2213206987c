-- AlterTable
ALTER TABLE "Book" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Book_deletedAt_idx" ON "Book"("deletedAt") WHERE ("deletedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Job_deletedAt_idx" ON "Job"("deletedAt") WHERE ("deletedAt" IS NOT NULL);
