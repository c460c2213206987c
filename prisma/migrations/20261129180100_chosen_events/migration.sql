-- None chosen meant all: those that exist now are written down. The default endpoint gets finished books alone.
UPDATE "Endpoint" SET "eventTypes" = CASE WHEN id = 'default' THEN ARRAY['book.completed'] ELSE ARRAY['book.completed', 'book.failed'] END
WHERE "eventTypes" = '{}';
