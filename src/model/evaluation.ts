/**
 * How communication is evaluated: the stages of the UK Government Communication Service's Evaluation Cycle, in their order. Inputs and outputs are
 * counted from what the network keeps (activities, appearances, reach); what people took from it, did because of it, and what became of that are
 * figures that organizations add.
 */
import type { Temporal } from 'temporal-polyfill'

export const stages = ['inputs', 'outputs', 'out_takes', 'outcomes', 'impact'] as const
export type Stage = (typeof stages)[number]

/** Those for which figures are added. */
export const addedStages = ['out_takes', 'outcomes', 'impact'] as const
export type AddedStage = (typeof addedStages)[number]

/** One figure, of an activity or of a priority; the other of the two is null. */
export type OutcomeFigure = {
  id: string
  networkId: string
  activityId: string | null
  priorityId: string | null
  /** Whose figure it is: who counted, corrects and removes it. */
  organizationId: string
  stage: AddedStage
  /** What was measured: "people registered for screening". */
  what: string
  figure: number
  /** Of what the figure is, where the measure does not say so: "%", "BHD". */
  unit: string | null
  /** How it was counted, and by whom. */
  how: string
  /** The last day that was counted, YYYY-MM-DD. */
  until: string
  version: number
  recordedAt: Temporal.Instant
  recordedBy: string
}
