/** The door at which calendars are fetched: an adapter hands over what stands in the address, the core says what its owner may see now. */

/** `etag` changes when the calendar does, and not with the hour at which it is fetched. */
export type Feed = { bytes: Uint8Array; mime: string; etag: string }

export interface Feeds {
  /** Null for an address that nobody has, or has no more. */
  fetch(secret: string): Promise<Feed | null>
}

/** Under which the server is reached from outside (https, without a slash at its end), and how a secret is made that nobody guesses. */
export type Outside = { publicUrl: string; secret: () => string }

/** Where a feed is found on the server. */
export const feedPath = (secret: string): string => `/calendar/${secret}.ics`
