CREATE TABLE "actions" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"text_ar" text,
	"text_en" text,
	"organization_id" text NOT NULL,
	"member_id" text,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text,
	"meeting_id" text,
	"line_key" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "actions_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "agenda_lines" (
	"network_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"key" text NOT NULL,
	"minutes" integer,
	"position" integer,
	"text_ar" text,
	"text_en" text,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "agenda_lines_network_id_meeting_id_key_pk" PRIMARY KEY("network_id","meeting_id","key")
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"network_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"member_id" text NOT NULL,
	"invited_at" timestamp with time zone,
	"answer" text,
	"instead_id" text,
	"instead_name" text,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "attendance_network_id_meeting_id_member_id_pk" PRIMARY KEY("network_id","meeting_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "briefings" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"title_ar" text,
	"title_en" text,
	"presenter" text NOT NULL,
	"minutes" integer NOT NULL,
	"link" text,
	"state" text DEFAULT 'asked' NOT NULL,
	"reason" text,
	"asked_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "briefings_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"line_key" text,
	"text_ar" text,
	"text_en" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "decisions_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "meeting_walks" (
	"network_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"line" text,
	"lines" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_walks_network_id_meeting_id_pk" PRIMARY KEY("network_id","meeting_id")
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"network_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"version" integer NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"posted_by" text NOT NULL,
	CONSTRAINT "minutes_network_id_meeting_id_version_pk" PRIMARY KEY("network_id","meeting_id","version")
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "wording_ar" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "wording_en" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "section_ar" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "section_en" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "section_place" integer;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "worded_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "actions_number" ON "actions" USING btree ("network_id","number");--> statement-breakpoint
CREATE INDEX "actions_open" ON "actions" USING btree ("network_id","due_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "actions_organization" ON "actions" USING btree ("network_id","organization_id","due_on");--> statement-breakpoint
CREATE INDEX "actions_meeting" ON "actions" USING btree ("network_id","meeting_id");--> statement-breakpoint
CREATE INDEX "briefings_meeting" ON "briefings" USING btree ("network_id","meeting_id");--> statement-breakpoint
CREATE INDEX "decisions_meeting" ON "decisions" USING btree ("network_id","meeting_id","recorded_at");--> statement-breakpoint
CREATE INDEX "meeting_walks_open" ON "meeting_walks" USING btree ("network_id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_number" ON "minutes" USING btree ("network_id","number","version");