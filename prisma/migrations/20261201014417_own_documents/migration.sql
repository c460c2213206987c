-- AlterTable
ALTER TABLE "JobChapter" ADD COLUMN     "passages" JSONB;

-- AlterTable
ALTER TABLE "JobSource" ADD COLUMN     "passage" TEXT,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "referenceId" UUID,
ADD COLUMN     "referencePassage" INTEGER,
ALTER COLUMN "url" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Reference" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "url" TEXT,
    "hash" TEXT NOT NULL,
    "searchedAs" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "hiddenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferencePassage" (
    "referenceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "place" TEXT,
    "text" TEXT NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "ReferencePassage_pkey" PRIMARY KEY ("referenceId","number")
);

-- CreateIndex
CREATE INDEX "ReferencePassage_search_idx" ON "ReferencePassage" USING GIN ("search");

-- AddForeignKey
ALTER TABLE "ReferencePassage" ADD CONSTRAINT "ReferencePassage_referenceId_fkey" FOREIGN KEY ("referenceId") REFERENCES "Reference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
