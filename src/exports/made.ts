/** A file ready to be handed over. */
export type Made = { name: string; mime: string; bytes: Uint8Array }
