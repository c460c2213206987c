-- What was a book becomes a version: its columns and chapters stay where they are.
ALTER TABLE "Book" RENAME TO "BookVersion";
ALTER TABLE "BookVersion" RENAME CONSTRAINT "Book_pkey" TO "BookVersion_pkey";
ALTER TABLE "BookVersion" RENAME CONSTRAINT "Book_inboxId_fkey" TO "BookVersion_inboxId_fkey";
ALTER INDEX "Book_inboxId_key" RENAME TO "BookVersion_inboxId_key";
DROP INDEX "Book_jobId_idx";
ALTER TABLE "BookChapter" RENAME COLUMN "bookId" TO "versionId";
ALTER TABLE "BookChapter" RENAME CONSTRAINT "BookChapter_bookId_fkey" TO "BookChapter_versionId_fkey";

-- CreateTable
CREATE TABLE "Book" (
    "id" UUID NOT NULL,
    "jobId" TEXT NOT NULL,
    "jobDigest" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Book_pkey" PRIMARY KEY ("id")
);

-- Books of one job become one, at the address of the first.
INSERT INTO "Book" ("id", "jobId", "jobDigest", "receivedAt")
SELECT DISTINCT ON ("jobId") "id", "jobId", encode(sha256(convert_to("jobId", 'UTF8')), 'hex'), "receivedAt"
FROM "BookVersion" ORDER BY "jobId", "receivedAt", "id";

-- AlterTable
ALTER TABLE "BookVersion" ADD COLUMN "bookId" UUID,
ADD COLUMN "number" INTEGER,
ADD COLUMN "latest" BOOLEAN,
ADD COLUMN "sentAt" TIMESTAMPTZ(3),
ADD COLUMN "textDigest" TEXT;

UPDATE "BookVersion" v SET "bookId" = o.book, "number" = o.number, "latest" = o.number = o.count, "sentAt" = o.sent
FROM (
  SELECT "BookVersion"."id", "Book"."id" AS book, "BookVersion"."receivedAt" AS sent,
    row_number() OVER (PARTITION BY "Book"."id" ORDER BY "BookVersion"."receivedAt", "BookVersion"."id") AS number,
    count(*) OVER (PARTITION BY "Book"."id") AS count
  FROM "BookVersion" JOIN "Book" USING ("jobId")
) o WHERE o."id" = v."id";

ALTER TABLE "BookVersion" DROP COLUMN "jobId",
ALTER COLUMN "bookId" SET NOT NULL,
ALTER COLUMN "number" SET NOT NULL,
ALTER COLUMN "latest" SET NOT NULL,
ALTER COLUMN "sentAt" SET NOT NULL;

-- AlterTable
ALTER TABLE "InboxEntry" ADD COLUMN "duplicateOfId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Book_jobDigest_key" ON "Book"("jobDigest");

-- CreateIndex
CREATE INDEX "BookVersion_bookId_number_idx" ON "BookVersion"("bookId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "BookVersion_latest_key" ON "BookVersion"("bookId") WHERE (latest);

-- CreateIndex
CREATE INDEX "InboxEntry_duplicateOfId_idx" ON "InboxEntry"("duplicateOfId") WHERE ("duplicateOfId" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "InboxEntry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookVersion" ADD CONSTRAINT "BookVersion_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "Book"("id") ON DELETE CASCADE ON UPDATE CASCADE;
