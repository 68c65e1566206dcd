/** What Teams allows, in one place: bytes of a message, milliseconds of an invoke, characters of a delivery's own name. */
export const limits = {
  /** A message at most 100 KB; cards/ splits at 80. */
  messageBytes: 100_000,
  /** An invoke is answered within five seconds; its submit is tried again by the client. */
  invokeMs: 4_000,
  /** Pixels of a dialog. */
  dialogHeight: 620,
  dialogWidth: 560,
  /** Characters; no limit is documented, and a dialog shows one line. */
  dialogTitle: 100,
} as const
