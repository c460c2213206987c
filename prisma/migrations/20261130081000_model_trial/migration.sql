-- CreateTable
CREATE TABLE "ModelTrial" (
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModelTrial_pkey" PRIMARY KEY ("place")
);
