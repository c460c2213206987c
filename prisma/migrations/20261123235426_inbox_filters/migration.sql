-- CreateIndex
CREATE INDEX "InboxEntry_error_idx" ON "InboxEntry"("id") WHERE ("processedAt" IS NULL);

-- CreateIndex
CREATE INDEX "InboxEntry_duplicated_idx" ON "InboxEntry"("id") WHERE (duplicates > 0);
