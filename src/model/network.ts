/** A network: all the organizations that plan together, and what it has settled for itself. */
import type { Bilingual } from './people.ts'
import type { Settings } from './settings.ts'

export type Network = {
  id: string
  name: Bilingual
  settings: Settings
  /** True for the network that ships with the project, whose clock may be moved. */
  sample: boolean
  /** Milliseconds the network's present is ahead of the machine's clock; 0 everywhere but in the sample. */
  clockAhead: number
}
