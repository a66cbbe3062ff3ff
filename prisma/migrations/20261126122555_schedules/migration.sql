-- CreateTable
CREATE TABLE "schedule" (
    "name" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("name")
);
