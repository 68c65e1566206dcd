/** Joins what the wings declare: command name -> handler, button -> handler, forms, what falls due, events, advice. */

import { wing as actions } from './actions/wing.ts'
import { wing as activities } from './activities/wing.ts'
import { wing as agenda } from './agenda/wing.ts'
import type { Routes } from './bot.ts'
import { wing as calendar } from './calendar/wing.ts'
import { wing as circulars } from './circulars/wing.ts'
import { wing as clashes } from './clashes/wing.ts'
import { wing as coverage } from './coverage/wing.ts'
import { answerPress, askDue, expiryDue } from './delivery/ask.ts'
import { declineFile, fileDue, letGo, sendFile } from './delivery/files.ts'
import { reckoning } from './dialogue/moments.ts'
import { type Adviser, type AnyForm, type DueHandler, hearing, type Wing } from './dialogue/wing.ts'
import { wing as digest } from './digest/wing.ts'
import { wing as exports_ } from './exports/wing.ts'
import { wing as freshness } from './freshness/wing.ts'
import { homeView } from './home.ts'
import { wing as imports_ } from './imports/wing.ts'
import { wing as joint } from './joint/wing.ts'
import { wing as meetings } from './meetings/wing.ts'
import { wing as messages } from './messages/wing.ts'
import { wing as minutes } from './minutes/wing.ts'
import { leaveAccount } from './network/people.ts'
import { setup } from './network/setup.ts'
import { greet } from './network/stranger.ts'
import { wing as network } from './network/wing.ts'
import { wing as plan } from './plan/wing.ts'
import { wing as stories } from './stories/wing.ts'
import { wing as support } from './support/wing.ts'
import { wing as training } from './training/wing.ts'

const wings: readonly Wing[] = [
  network,
  activities,
  joint,
  freshness,
  clashes,
  plan,
  messages,
  circulars,
  coverage,
  training,
  support,
  stories,
  meetings,
  calendar,
  actions,
  agenda,
  minutes,
  digest,
  exports_,
  imports_,
]

/** One map of every wing's entries; two wings that claim one name are a mistake of ours. */
function joined<V>(part: (w: Wing) => Record<string, V> | undefined): Map<string, V> {
  const out = new Map<string, V>()
  for (const w of wings)
    for (const [name, v] of Object.entries(part(w) ?? {})) {
      if (out.has(name)) throw new Error(`two wings declare ${name}`)
      out.set(name, v)
    }
  return out
}

export function houseRoutes(): { routes: Routes; due: Map<string, DueHandler> } {
  const forms = new Map<string, AnyForm>(wings.flatMap(w => (w.forms ?? []).map(f => [f.id, f] as const)))
  const advice = new Map<string, Adviser[]>()
  for (const w of wings)
    for (const [form, adviser] of Object.entries(w.advice ?? {})) advice.set(form, [...(advice.get(form) ?? []), adviser])
  const questions = new Map(wings.flatMap(w => (w.asks ?? []).map(q => [q.kind, q] as const)))
  return {
    routes: {
      commands: joined(w => w.commands),
      presses: joined(w => w.presses)
        .set('ask.answer', answerPress(questions))
        .set('file.send', sendFile)
        .set('file.decline', declineFile),
      forms,
      advice,
      asks: questions,
      takes: joined(w => w.takes),
      events: [...wings.flatMap(w => (w.events ? [hearing(w.events)] : [])), reckoning(joined(w => w.moments))],
      // The wings above know more of what a file may be.
      files: [...wings].reverse().flatMap(w => [...(w.files ?? [])]),
      it: wings.flatMap(w => w.it ?? []),
      named: [...wings].reverse().flatMap(w => w.named ?? []),
      ofCard: wings.flatMap(w => w.ofCard ?? []),
      stranger: greet,
      setup,
      home: homeView,
      gone: (scene, incoming) => leaveAccount(scene, incoming.account),
    },
    due: joined(w => w.due)
      .set(askDue, expiryDue(questions))
      .set(fileDue, letGo),
  }
}
