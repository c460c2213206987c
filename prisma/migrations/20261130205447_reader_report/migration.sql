-- AlterEnum
ALTER TYPE "StageName" ADD VALUE 'report';
