CREATE TABLE "bank_messages" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"text_ar" text,
	"text_en" text,
	"priority_id" text,
	"topic_ar" text,
	"topic_en" text,
	"facts" text,
	"source" text,
	"state" text NOT NULL,
	"proposed_by" text,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"valid_until" date,
	"asked_for" date,
	"version" integer DEFAULT 1 NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bank_messages_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "bank_wordings" (
	"network_id" text NOT NULL,
	"message_id" text NOT NULL,
	"version" integer NOT NULL,
	"text_ar" text,
	"text_en" text,
	"facts" text,
	"source" text,
	"until" timestamp with time zone NOT NULL,
	"replaced_by" text NOT NULL,
	CONSTRAINT "bank_wordings_network_id_message_id_version_pk" PRIMARY KEY("network_id","message_id","version")
);
--> statement-breakpoint
CREATE INDEX "bank_messages_state" ON "bank_messages" USING btree ("network_id","state","changed_at");--> statement-breakpoint
CREATE INDEX "bank_messages_priority" ON "bank_messages" USING btree ("network_id","priority_id");