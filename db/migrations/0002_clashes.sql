CREATE TABLE "clashes" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"first_id" text NOT NULL,
	"second_id" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"weight" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clashes_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "clashes_pair" ON "clashes" USING btree ("network_id","first_id","second_id");--> statement-breakpoint
CREATE INDEX "clashes_second" ON "clashes" USING btree ("network_id","second_id");--> statement-breakpoint
CREATE INDEX "clashes_open" ON "clashes" USING btree ("network_id","found_at") WHERE state = 'open';