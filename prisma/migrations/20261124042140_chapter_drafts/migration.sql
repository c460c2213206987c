-- AlterTable
ALTER TABLE "JobChapter" ADD COLUMN     "draft" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ChapterDraft" (
    "jobId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "draft" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ChapterDraft_pkey" PRIMARY KEY ("jobId","position","draft","start")
);

-- AddForeignKey
ALTER TABLE "ChapterDraft" ADD CONSTRAINT "ChapterDraft_jobId_position_fkey" FOREIGN KEY ("jobId", "position") REFERENCES "JobChapter"("jobId", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever shows a job live is told that it changed: its id, and the chapter's position when a piece of draft came.
-- The semicolons of the body are written \x3B because migrations are applied one statement at a time, split at each of them.
CREATE FUNCTION tell_live() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_TABLE_NAME = ''Job'' THEN
    PERFORM pg_notify(''sorami_live'', NEW."id"::text)\x3B
  ELSIF TG_TABLE_NAME = ''ChapterDraft'' THEN
    PERFORM pg_notify(''sorami_live'', NEW."jobId" || '' '' || NEW."position")\x3B
  ELSE
    PERFORM pg_notify(''sorami_live'', NEW."jobId"::text)\x3B
  END IF\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "Job" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "JobStage" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "JobChapter" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT ON "ChapterDraft" FOR EACH ROW EXECUTE FUNCTION tell_live();
