CREATE TABLE "coverage_collections" (
	"network_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	CONSTRAINT "coverage_collections_network_id_activity_id_pk" PRIMARY KEY("network_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"activity_id" text NOT NULL,
	"outlet_id" text NOT NULL,
	"medium" text NOT NULL,
	"level" text NOT NULL,
	"language" text,
	"title" text,
	"link" text,
	"link_key" text,
	"on" date NOT NULL,
	"reach" integer,
	"reach_how" text,
	"tone" text,
	"messages" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "coverage_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "outlets" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"name_ar" text,
	"name_en" text,
	"also" text[] NOT NULL,
	"medium" text NOT NULL,
	"level" text NOT NULL,
	"language" text,
	"domains" text[] NOT NULL,
	"state" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outlets_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "coverage_link" ON "coverage" USING btree ("network_id","link_key","activity_id");--> statement-breakpoint
CREATE INDEX "coverage_activity" ON "coverage" USING btree ("network_id","activity_id","on");--> statement-breakpoint
CREATE INDEX "coverage_on" ON "coverage" USING btree ("network_id","on");