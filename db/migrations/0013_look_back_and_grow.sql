CREATE TABLE "outcome_figures" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"activity_id" text,
	"priority_id" text,
	"organization_id" text NOT NULL,
	"stage" text NOT NULL,
	"what" text NOT NULL,
	"figure" double precision NOT NULL,
	"unit" text,
	"how" text NOT NULL,
	"until" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outcome_figures_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"organization_id" text NOT NULL,
	"activity_id" text,
	"month" text NOT NULL,
	"headline_ar" text,
	"headline_en" text,
	"change_ar" text,
	"change_en" text,
	"figure" text,
	"figure_how" text,
	"quote" text,
	"quote_by" text,
	"consent" boolean DEFAULT false NOT NULL,
	"picture" text,
	"state" text NOT NULL,
	"note" text,
	"proposed_by" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"added_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "stories_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "story_edition_rows" (
	"network_id" text NOT NULL,
	"number" integer NOT NULL,
	"position" integer NOT NULL,
	"story_id" text NOT NULL,
	"story_version" integer NOT NULL,
	"owner_id" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"visibility" text NOT NULL,
	"embargo_until" timestamp with time zone,
	CONSTRAINT "story_edition_rows_network_id_number_position_pk" PRIMARY KEY("network_id","number","position")
);
--> statement-breakpoint
CREATE TABLE "story_editions" (
	"network_id" text NOT NULL,
	"number" integer NOT NULL,
	"month" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by" text NOT NULL,
	CONSTRAINT "story_editions_network_id_number_pk" PRIMARY KEY("network_id","number")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"member_id" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "duties_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "support_messages" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"request_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"member_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"side" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "support_messages_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "support_requests" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"details" text,
	"activity_id" text,
	"need" text,
	"due_on" date NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"organization_id" text NOT NULL,
	"member_id" text NOT NULL,
	"owner_id" text,
	"state" text DEFAULT 'asked' NOT NULL,
	"reason" text,
	"partner_id" text,
	"partner_state" text,
	"partner_since" timestamp with time zone,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "support_requests_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "training_tracks" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"name_ar" text,
	"name_en" text,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "training_tracks_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
CREATE TABLE "workshop_attendance" (
	"network_id" text NOT NULL,
	"workshop_id" text NOT NULL,
	"session" integer NOT NULL,
	"member_id" text NOT NULL,
	"came" boolean NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"marked_by" text NOT NULL,
	CONSTRAINT "workshop_attendance_network_id_workshop_id_session_member_id_pk" PRIMARY KEY("network_id","workshop_id","session","member_id")
);
--> statement-breakpoint
CREATE TABLE "workshop_feedback" (
	"network_id" text NOT NULL,
	"workshop_id" text NOT NULL,
	"id" text NOT NULL,
	"useful" integer NOT NULL,
	"trainer" integer NOT NULL,
	"better" text,
	"on" date NOT NULL,
	CONSTRAINT "workshop_feedback_network_id_workshop_id_id_pk" PRIMARY KEY("network_id","workshop_id","id")
);
--> statement-breakpoint
CREATE TABLE "workshop_feedback_tokens" (
	"network_id" text NOT NULL,
	"workshop_id" text NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "workshop_feedback_tokens_network_id_workshop_id_token_pk" PRIMARY KEY("network_id","workshop_id","token")
);
--> statement-breakpoint
CREATE TABLE "workshop_seats" (
	"network_id" text NOT NULL,
	"workshop_id" text NOT NULL,
	"seat" integer NOT NULL,
	"member_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"slot" integer NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"by_id" text,
	CONSTRAINT "workshop_seats_network_id_workshop_id_seat_pk" PRIMARY KEY("network_id","workshop_id","seat")
);
--> statement-breakpoint
CREATE TABLE "workshop_waiting" (
	"network_id" text NOT NULL,
	"workshop_id" text NOT NULL,
	"member_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"position" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"by_id" text,
	CONSTRAINT "workshop_waiting_network_id_workshop_id_member_id_pk" PRIMARY KEY("network_id","workshop_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "workshops" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"reference" text NOT NULL,
	"track_id" text NOT NULL,
	"title_ar" text,
	"title_en" text,
	"trainer" text,
	"trainer_id" text,
	"when" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text,
	"seats" integer NOT NULL,
	"per_organization" integer,
	"prerequisite" text,
	"prerequisite_track" text,
	"last_day" date NOT NULL,
	"certificate" boolean NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workshops_network_id_id_pk" PRIMARY KEY("network_id","id"),
	CONSTRAINT "workshops_seats" CHECK ("workshops"."seats" between 1 and 500)
);
--> statement-breakpoint
CREATE INDEX "outcome_figures_activity" ON "outcome_figures" USING btree ("network_id","activity_id");--> statement-breakpoint
CREATE INDEX "outcome_figures_priority" ON "outcome_figures" USING btree ("network_id","priority_id");--> statement-breakpoint
CREATE INDEX "stories_month" ON "stories" USING btree ("network_id","month","state");--> statement-breakpoint
CREATE INDEX "stories_organization" ON "stories" USING btree ("network_id","organization_id");--> statement-breakpoint
CREATE INDEX "stories_activity" ON "stories" USING btree ("network_id","activity_id");--> statement-breakpoint
CREATE INDEX "story_editions_month" ON "story_editions" USING btree ("network_id","month");--> statement-breakpoint
CREATE INDEX "duties_until" ON "duties" USING btree ("network_id","until_at");--> statement-breakpoint
CREATE INDEX "support_messages_request" ON "support_messages" USING btree ("network_id","request_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "support_requests_reference" ON "support_requests" USING btree ("network_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "support_requests_need" ON "support_requests" USING btree ("network_id","activity_id","need") WHERE need is not null and state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "support_requests_open" ON "support_requests" USING btree ("network_id","due_on") WHERE state in ('asked', 'taken');--> statement-breakpoint
CREATE INDEX "support_requests_organization" ON "support_requests" USING btree ("network_id","organization_id","asked_at");--> statement-breakpoint
CREATE INDEX "support_requests_asked" ON "support_requests" USING btree ("network_id","asked_at");--> statement-breakpoint
CREATE INDEX "workshop_attendance_of" ON "workshop_attendance" USING btree ("network_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_seats_member" ON "workshop_seats" USING btree ("network_id","workshop_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_seats_slot" ON "workshop_seats" USING btree ("network_id","workshop_id","organization_id","slot");--> statement-breakpoint
CREATE INDEX "workshop_seats_of" ON "workshop_seats" USING btree ("network_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_waiting_position" ON "workshop_waiting" USING btree ("network_id","workshop_id","position");--> statement-breakpoint
CREATE INDEX "workshop_waiting_of" ON "workshop_waiting" USING btree ("network_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshops_reference" ON "workshops" USING btree ("network_id","reference");--> statement-breakpoint
CREATE INDEX "workshops_ends" ON "workshops" USING btree ("network_id","ends_at");