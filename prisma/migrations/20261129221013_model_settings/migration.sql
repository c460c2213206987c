-- CreateTable
CREATE TABLE "ModelSetting" (
    "name" TEXT NOT NULL,
    "value" TEXT,
    "sealed" BYTEA,
    "fingerprint" TEXT,
    "lastUsedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModelSetting_pkey" PRIMARY KEY ("name")
);
