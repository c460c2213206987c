-- CreateTable
CREATE TABLE "ModelConcessions" (
    "model" TEXT NOT NULL,
    "server" TEXT NOT NULL,
    "concessions" JSONB NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModelConcessions_pkey" PRIMARY KEY ("model","server")
);
