-- CreateTable
CREATE TABLE "ModelPace" (
    "model" TEXT NOT NULL,
    "pace" JSONB NOT NULL,

    CONSTRAINT "ModelPace_pkey" PRIMARY KEY ("model")
);
