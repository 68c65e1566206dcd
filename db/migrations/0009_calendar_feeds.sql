CREATE TABLE "calendar_feeds" (
	"network_id" text NOT NULL,
	"member_id" text NOT NULL,
	"hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_network_id_member_id_pk" PRIMARY KEY("network_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "follows" text;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_hash" ON "calendar_feeds" USING btree ("hash");