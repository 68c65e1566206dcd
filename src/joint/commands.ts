/** What can be asked of this wing, as data alone (see src/commands.ts). */
import type { Command } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'invite_partner',
    topic: 'activities',
    name: 'invite-partner',
    slash: false,
    title: { ar: 'دعوة شريك', en: 'Invite a partner' },
    about: { ar: 'دعوة جهة إلى فعالية مشتركة', en: 'Invite an organization to a joint activity' },
    words: {
      ar: ['ادعُ شريكاً', 'دعوة شريك', 'ندعو وزارة', 'أضف شريكاً', 'دعوة جهة إلى فعاليتنا'],
      en: ['invite', 'invite partner', 'invite the ministry', 'add a partner', 'send an invitation'],
    },
    examples: { ar: ar.invite_partner, en: en.invite_partner },
    who: ['member', 'coordinator'],
    rank: 23,
  },
  {
    key: 'merge',
    topic: 'activities',
    name: 'merge',
    slash: false,
    title: { ar: 'دمج فعاليتين', en: 'Merge two activities' },
    about: { ar: 'دمج فعاليتين هما فعالية واحدة، برقميهما', en: 'Make one of two activities that are the same, by their numbers' },
    words: { ar: ['دمج', 'ادمج', 'دمج فعاليتين'], en: ['merge', 'merge activities', 'merge two activities'] },
    examples: { ar: ar.merge, en: en.merge },
    who: ['coordinator'],
    rank: 26,
  },
] as const satisfies readonly Command[]
