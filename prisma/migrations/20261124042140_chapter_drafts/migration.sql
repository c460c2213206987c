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
CREATE FUNCTION tell_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Job' THEN
    PERFORM pg_notify('sorami_live', NEW."id"::text);
  ELSIF TG_TABLE_NAME = 'ChapterDraft' THEN
    PERFORM pg_notify('sorami_live', NEW."jobId" || ' ' || NEW."position");
  ELSE
    PERFORM pg_notify('sorami_live', NEW."jobId"::text);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "Job" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "JobStage" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR UPDATE ON "JobChapter" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER tell_live AFTER INSERT ON "ChapterDraft" FOR EACH ROW EXECUTE FUNCTION tell_live();
