CREATE TABLE "files" (
	"network_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"member_id" text,
	"made_at" timestamp with time zone NOT NULL,
	"open_until" timestamp with time zone NOT NULL,
	"kept_until" timestamp with time zone NOT NULL,
	CONSTRAINT "files_network_id_id_pk" PRIMARY KEY("network_id","id")
);
