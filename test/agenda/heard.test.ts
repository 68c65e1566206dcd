/** What people write when they are asked whether they come. */
import { expect, test } from 'vitest'
import { heardAttendance } from '../../src/agenda/heard.ts'
import { heardAgenda } from '../../src/agenda/heard-agenda.ts'
import { context } from '../understanding/context.ts'

const rows: [string, string, string?][] = [
  ['I will attend the meeting', 'yes'],
  ['I’ll be there on Sunday', 'yes'],
  ['confirm my attendance at the meeting', 'yes'],
  ['I cannot attend the meeting', 'no'],
  ['I won’t be able to come on Sunday', 'no'],
  ['apologies, I will miss the meeting', 'no'],
  ['Sara Ali will attend the meeting instead of me', 'other', 'Sara Ali'],
  ['my colleague Omar is coming in my place', 'other', 'Omar'],
  ['someone else will come in my place', 'other'],
  ['who is attending the meeting?', 'list'],
  ['attendance', 'list'],
  ['how many will come?', 'list'],
  ['who has not answered the invitation?', 'list'],
  ['send the invitation now', 'send'],
  ['سأحضر الاجتماع', 'yes'],
  ['أؤكد حضوري في الاجتماع', 'yes'],
  ['سنحضر الاجتماع القادم بإذن الله', 'yes'],
  ['لن أتمكن من حضور الاجتماع', 'no'],
  ['أعتذر عن حضور الاجتماع', 'no'],
  ['ما أقدر أحضر الاجتماع', 'no'],
  ['ستحضر زميلتي سارة علي بدلاً مني', 'other', 'سارة علي'],
  ['سيمثلنا خالد حسن في الاجتماع', 'other', 'خالد حسن'],
  ['من سيحضر الاجتماع؟', 'list'],
  ['من لم يجب عن الدعوة', 'list'],
  ['أرسلوا دعوة الاجتماع الآن', 'send'],
]

test.each(rows)('%s', (said, kind, name) => {
  const heard = heardAttendance(said)
  expect([heard.kind, heard.kind === 'other' ? (heard.name ?? undefined) : undefined]).toEqual([kind, name])
})

test.each([
  ['add the exhibition budget to the agenda', 'The exhibition budget'],
  ['please add a point to the agenda about media training', 'Media training'],
  ['أضف إلى جدول الأعمال ميزانية المعرض', 'ميزانية المعرض'],
  ['أضيفوا بنداً إلى جدول أعمال الاجتماع عن التدريب الإعلامي', 'التدريب الإعلامي'],
])('%s', (said, point) => expect(heardAgenda(said, context)).toEqual({ kind: 'add', point }))

test.each([
  ['give the plan 20 minutes on the agenda', { kind: 'minutes', minutes: 20, every: false }],
  ['اجعل بند المخطط عشرين دقيقة في جدول الأعمال', { kind: 'minutes', minutes: 20, every: false }],
  ['اجعل الأولويات ربع ساعة', { kind: 'minutes', minutes: 15, every: false }],
  ['give the clashes 15 minutes at every meeting', { kind: 'minutes', minutes: 15, every: true }],
  ['رتب جدول الأعمال', { kind: 'arrange' }],
  ['what is on the agenda?', null],
  ['ما جدول أعمال الاجتماع القادم؟', null],
])('%s', (said, wanted) => expect(heardAgenda(said, context)).toEqual(wanted))
