CREATE TABLE "absences" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"member_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "absences_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "asks" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"asked" text NOT NULL,
	"asked_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" text,
	"note" text,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asks_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE INDEX "absences_member" ON "absences" USING btree ("network_id","member_id","to");--> statement-breakpoint
CREATE INDEX "asks_subject" ON "asks" USING btree ("network_id","kind","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "asks_open" ON "asks" USING btree ("network_id","kind","subject","asked","asked_id") WHERE state = 'open';