-- AlterTable
ALTER TABLE "BookChapter" ADD COLUMN     "html" TEXT,
ADD COLUMN     "htmlKey" TEXT,
ADD COLUMN     "htmlWords" INTEGER;

-- AlterTable
ALTER TABLE "JobChapter" ADD COLUMN     "html" TEXT,
ADD COLUMN     "htmlKey" TEXT,
ADD COLUMN     "htmlWords" INTEGER;
