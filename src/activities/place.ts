/** The city of an activity beside its place: said where the name of the place does not say it already. */
import { fold } from '../understanding/fold.ts'

export const cityBeside = ({ venue, city }: { venue: string | null; city: string | null }): string | null =>
  city && !fold(venue ?? '').includes(fold(city)) ? city : null
