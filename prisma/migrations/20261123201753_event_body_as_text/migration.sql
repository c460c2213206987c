-- The wire is JSON in UTF-8.
ALTER TABLE "Event" ALTER COLUMN "body" TYPE TEXT USING convert_from("body", 'UTF8');
