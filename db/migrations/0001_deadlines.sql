DROP INDEX "editions_deadline";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "deadline_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "editions_deadline" ON "editions" USING btree ("network_id","meeting_id","deadline_at");