-- AlterEnum
ALTER TYPE "StageName" ADD VALUE 'review';
