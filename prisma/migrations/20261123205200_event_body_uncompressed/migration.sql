-- Compressing a book's body takes longer than sending it, at every write and every read.
ALTER TABLE "Event" ALTER COLUMN "body" SET STORAGE EXTERNAL;
