-- AlterEnum
ALTER TYPE "JobStatus" ADD VALUE 'awaiting_budget' BEFORE 'completed';
