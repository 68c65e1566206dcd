CREATE TABLE "circular_readers" (
	"network_id" text NOT NULL,
	"circular_id" text NOT NULL,
	"version" integer NOT NULL,
	"member_id" text NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "circular_readers_network_id_circular_id_version_member_id_pk" PRIMARY KEY("network_id","circular_id","version","member_id")
);
--> statement-breakpoint
CREATE TABLE "circular_texts" (
	"network_id" text NOT NULL,
	"circular_id" text NOT NULL,
	"version" integer NOT NULL,
	"text_ar" text,
	"text_en" text,
	"written_at" timestamp with time zone NOT NULL,
	"written_by" text NOT NULL,
	CONSTRAINT "circular_texts_network_id_circular_id_version_pk" PRIMARY KEY("network_id","circular_id","version")
);
--> statement-breakpoint
CREATE TABLE "circulars" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"reference" text NOT NULL,
	"audience" jsonb NOT NULL,
	"urgent" boolean NOT NULL,
	"state" text DEFAULT 'sent' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" text NOT NULL,
	"goes_out_at" timestamp with time zone NOT NULL,
	"reminded_for" timestamp with time zone,
	"recalled_at" timestamp with time zone,
	"recalled_by" text,
	CONSTRAINT "circulars_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "circulars_reference" ON "circulars" USING btree ("network_id","reference");--> statement-breakpoint
CREATE INDEX "circulars_sent" ON "circulars" USING btree ("network_id","sent_at");