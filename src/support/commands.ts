/** What can be asked of this wing, as data alone (see src/commands.ts). */
import type { Command } from '../model/command.ts'

export const commands = [] as const satisfies readonly Command[]
