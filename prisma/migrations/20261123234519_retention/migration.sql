-- CreateTable
CREATE TABLE "Retention" (
    "name" TEXT NOT NULL,
    "cursor" TEXT NOT NULL DEFAULT '',
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "rescanAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Retention_pkey" PRIMARY KEY ("name")
);
