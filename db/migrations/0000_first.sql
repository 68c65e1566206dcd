CREATE TABLE "accounts" (
	"network_id" text NOT NULL,
	"platform" text NOT NULL,
	"space" text NOT NULL,
	"user" text NOT NULL,
	"member_id" text,
	"profile" jsonb NOT NULL,
	"direct_place" jsonb,
	"last_used_at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "accounts_network_id_platform_space_user_pk" PRIMARY KEY("network_id","platform","space","user")
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"reference" text NOT NULL,
	"title_ar" text,
	"title_en" text,
	"summary_ar" text,
	"summary_en" text,
	"kind" text NOT NULL,
	"when" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"certainty" text NOT NULL,
	"approval" text DEFAULT 'proposed' NOT NULL,
	"review" text DEFAULT 'new' NOT NULL,
	"reviewed_version" integer,
	"review_note" text,
	"lifecycle" text DEFAULT 'planned' NOT NULL,
	"lifecycle_reason" text,
	"owner_id" text NOT NULL,
	"other_partners" text[] DEFAULT '{}'::text[] NOT NULL,
	"venue" text,
	"city" text,
	"patron" text,
	"spokesperson" text,
	"audience" text[] DEFAULT '{}'::text[] NOT NULL,
	"channels" text[] DEFAULT '{}'::text[] NOT NULL,
	"materials" text[] DEFAULT '{}'::text[] NOT NULL,
	"significance" text,
	"priority_id" text,
	"contact_id" text NOT NULL,
	"visibility" text DEFAULT 'network' NOT NULL,
	"embargo_until" timestamp with time zone,
	"notes" text,
	"late" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activities_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "activity_partners" (
	"network_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"state" text DEFAULT 'named' NOT NULL,
	CONSTRAINT "activity_partners_network_id_activity_id_organization_id_pk" PRIMARY KEY("network_id","activity_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"member_id" text,
	"for_organization_id" text,
	"through" text NOT NULL,
	"delivery" text,
	"action" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "changes_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"network_id" text NOT NULL,
	"platform" text NOT NULL,
	"space" text NOT NULL,
	"user" text NOT NULL,
	"state" jsonb,
	"language" text,
	"changed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "conversations_network_id_platform_space_user_pk" PRIMARY KEY("network_id","platform","space","user")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"network_id" text NOT NULL,
	"series" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counters_network_id_series_pk" PRIMARY KEY("network_id","series")
);
--> statement-breakpoint
CREATE TABLE "due" (
	"network_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	CONSTRAINT "due_network_id_kind_subject_pk" PRIMARY KEY("network_id","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "edition_priorities" (
	"network_id" text NOT NULL,
	"number" integer NOT NULL,
	"position" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	CONSTRAINT "edition_priorities_network_id_number_position_pk" PRIMARY KEY("network_id","number","position")
);
--> statement-breakpoint
CREATE TABLE "edition_rows" (
	"network_id" text NOT NULL,
	"number" integer NOT NULL,
	"position" integer NOT NULL,
	"activity_id" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"owner_id" text NOT NULL,
	"visibility" text NOT NULL,
	"embargo_until" timestamp with time zone,
	CONSTRAINT "edition_rows_network_id_number_position_pk" PRIMARY KEY("network_id","number","position")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"network_id" text NOT NULL,
	"number" integer NOT NULL,
	"meeting_id" text,
	"first_month" text NOT NULL,
	"months" integer NOT NULL,
	"compiled_at" timestamp with time zone NOT NULL,
	"compiled_by" text,
	CONSTRAINT "editions_network_id_number_pk" PRIMARY KEY("network_id","number")
);
--> statement-breakpoint
CREATE TABLE "hijri_shifts" (
	"network_id" text NOT NULL,
	"month" text NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "hijri_shifts_network_id_month_pk" PRIMARY KEY("network_id","month")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"name_ar" text,
	"name_en" text,
	"source" text NOT NULL,
	CONSTRAINT "holidays_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"platform" text NOT NULL,
	"space" text NOT NULL,
	"delivery" text NOT NULL,
	"incoming" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"reply" jsonb,
	"failure" text,
	CONSTRAINT "inbox_platform_space_delivery_pk" PRIMARY KEY("platform","space","delivery")
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"platform" text NOT NULL,
	"space" text NOT NULL,
	"user" text NOT NULL,
	"name" text NOT NULL,
	"organization_id" text,
	"organization_text" text NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	CONSTRAINT "join_requests_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "key_messages" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"priority_id" text NOT NULL,
	"position" integer NOT NULL,
	"text_ar" text,
	"text_en" text,
	CONSTRAINT "key_messages_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "meeting_answers" (
	"network_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"answer" text NOT NULL,
	"member_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_answers_network_id_meeting_id_organization_id_pk" PRIMARY KEY("network_id","meeting_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"rule_day" date,
	"starts_at" timestamp with time zone NOT NULL,
	"deadline_at" timestamp with time zone NOT NULL,
	"first_month" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"steps" integer[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meetings_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"organization_id" text NOT NULL,
	"name_ar" text,
	"name_en" text,
	"email" text,
	"roles" text[] NOT NULL,
	"chosen_language" text,
	"roster_language" text,
	"platform_language" text,
	"active" boolean DEFAULT true NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "members_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"id" text PRIMARY KEY NOT NULL,
	"name_ar" text,
	"name_en" text,
	"settings" jsonb NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"clock_ahead" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"handle" text NOT NULL,
	"name_ar" text,
	"name_en" text,
	"short_names" text[] DEFAULT '{}'::text[] NOT NULL,
	"centre" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "organizations_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"op" text NOT NULL,
	"platform" text NOT NULL,
	"space" text NOT NULL,
	"user" text,
	"member_id" text,
	"place" jsonb,
	"only_to" text,
	"view" jsonb NOT NULL,
	"subject" text,
	"dedupe" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"card" jsonb,
	"promised_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "outbox_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "priorities" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"month" text NOT NULL,
	"rank" integer NOT NULL,
	"title_ar" text,
	"title_en" text,
	"narrative_ar" text,
	"narrative_en" text,
	"active" boolean DEFAULT true NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "priorities_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "setup_codes" (
	"hash" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" text
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"platform" text NOT NULL,
	"space" text NOT NULL,
	"network_id" text NOT NULL,
	"connected_at" timestamp with time zone NOT NULL,
	"connected_by" text,
	CONSTRAINT "spaces_platform_space_pk" PRIMARY KEY("platform","space")
);
--> statement-breakpoint
CREATE INDEX "accounts_member" ON "accounts" USING btree ("network_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "activities_reference" ON "activities" USING btree ("network_id","reference");--> statement-breakpoint
CREATE INDEX "activities_end" ON "activities" USING btree ("network_id","ends_at","starts_at");--> statement-breakpoint
CREATE INDEX "activities_owner" ON "activities" USING btree ("network_id","owner_id","ends_at");--> statement-breakpoint
CREATE INDEX "activities_priority" ON "activities" USING btree ("network_id","priority_id");--> statement-breakpoint
CREATE INDEX "changes_entity" ON "changes" USING btree ("network_id","entity","entity_id","seq");--> statement-breakpoint
CREATE INDEX "due_open" ON "due" USING btree ("network_id","at") WHERE done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "editions_deadline" ON "editions" USING btree ("network_id","meeting_id") WHERE compiled_by is null;--> statement-breakpoint
CREATE INDEX "holidays_days" ON "holidays" USING btree ("network_id","to_day");--> statement-breakpoint
CREATE INDEX "inbox_open" ON "inbox" USING btree ("received_at") WHERE done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_open" ON "join_requests" USING btree ("network_id","platform","space","user") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "key_messages_priority" ON "key_messages" USING btree ("network_id","priority_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_rule_day" ON "meetings" USING btree ("network_id","rule_day");--> statement-breakpoint
CREATE INDEX "meetings_start" ON "meetings" USING btree ("network_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree ("network_id","email") WHERE active;--> statement-breakpoint
CREATE INDEX "members_organization" ON "members" USING btree ("network_id","organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_handle" ON "organizations" USING btree ("network_id","handle");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe" ON "outbox" USING btree ("network_id","dedupe");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("network_id","not_before") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_subject" ON "outbox" USING btree ("network_id","subject") WHERE subject is not null;--> statement-breakpoint
CREATE INDEX "outbox_person" ON "outbox" USING btree ("network_id","platform","space","user","seq");--> statement-breakpoint
CREATE INDEX "priorities_month" ON "priorities" USING btree ("network_id","month","rank");