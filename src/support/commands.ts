/** What can be asked of this wing, as data alone (see src/commands.ts). */
import type { Command } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'support',
    topic: 'support',
    name: 'support',
    slash: true,
    title: { ar: 'طلبات الدعم', en: 'Support requests' },
    about: {
      ar: 'اطلبوا من المركز مصوراً أو ترجمة أو صياغة أو مشورة، وتابعوا الطلب حتى إنجازه',
      en: 'Ask the Centre for a photographer, a translation, wording or advice, and follow it until it is done',
    },
    words: {
      ar: ['طلب دعم', 'دعم ومساندة', 'طلب دعم ومساندة', 'نحتاج مصوراً', 'مساندة من المركز', 'المناوبة', 'المناوب'],
      en: ['support', 'support request', 'ask for support', 'help from the centre', 'we need a photographer', 'on duty', 'duty'],
    },
    examples: { ar: ar.support, en: en.support },
    who: ['member', 'coordinator'],
    rank: 9.4,
  },
] as const satisfies readonly Command[]
