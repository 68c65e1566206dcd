/** The coverage wing: what the media made of activities, and the echo of a month. */
import type { Wing } from '../dialogue/wing.ts'
// Collecting.
import { clippingFile } from './clipping.ts'
import { dueHandlers, moments, nonePress, nudgePress, onEvents, question } from './collect.ts'
import { changeForm, correctPress, removePress, removeYesPress } from './correct.ts'
import { coverageCommand, listPresses } from './coverage-command.ts'
import { echoCommand, echoPresses } from './echo-command.ts'
import { figureChange, figureCommand, figureForm, figurePresses } from './evaluation.ts'
import { advise, coverageForm } from './keep.ts'
import { whichForm } from './of-which.ts'
import { amendPress, saidOfShown } from './on-card.ts'
import { correctForm, mergeForm, outletPresses } from './outlets-keep.ts'

export const wing: Wing = {
  commands: {
    // Collecting.
    coverage: coverageCommand,
    // The echo.
    echo: echoCommand,
    add_figure: figureCommand,
  },
  presses: {
    // Collecting.
    ...listPresses,
    ...outletPresses,
    'coverage.none': nonePress,
    'coverage.nudge': nudgePress,
    'coverage.correct': correctPress,
    'coverage.amend': amendPress,
    'coverage.remove': removePress,
    'coverage.removeYes': removeYesPress,
    // The echo.
    ...echoPresses,
    ...figurePresses,
  },
  forms: [
    // Collecting.
    coverageForm,
    changeForm,
    whichForm,
    correctForm,
    mergeForm,
    // The echo.
    figureForm,
    figureChange,
  ],
  due: {
    // Collecting.
    ...dueHandlers,
  },
  // Collecting.
  moments,
  // Collecting.
  events: onEvents,
  asks: [
    // Collecting.
    question,
  ],
  files: [
    // Collecting.
    clippingFile,
  ],
  ofCard: saidOfShown,
  advice: {
    // Collecting.
    coverage: advise,
    'coverage.change': advise,
  },
}
