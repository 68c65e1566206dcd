/** Who a sentence wants a seat for, in both languages, whatever stands around the names. */
import { expect, test } from 'vitest'
import { wantedIn } from '../../src/training/named.ts'

const person = (id: string, organizationId: string, ar: string, en: string) => ({ id, organizationId, name: { ar, en } })
const people = [
  person('huda', 'own', 'هدى محمود البستكي', 'Huda Mahmood Albastaki'),
  person('ali', 'own', 'م. علي حسين الصفار', 'Ali Husain Alsaffar'),
  person('sara', 'own', 'سارة إبراهيم العصفور', 'Sara Ebrahim Alasfoor'),
  person('sara2', 'own', 'سارة أحمد الذوادي', 'Sara Ahmed Althawadi'),
  person('waleed', 'own', 'وليد جاسم العلوي', 'Waleed Jasim Alalawi'),
  person('khalid', 'other', 'خالد وليد الزياني', 'Khalid Waleed Alzayani'),
]
const of = (text: string): string => {
  const { self, others, called } = wantedIn(text, people, p => p.organizationId === 'own')
  const names = called.map(c => {
    switch (c.kind) {
      case 'one':
        return c.person.id
      case 'several':
        return c.among.map(p => p.id).join('|')
      case 'elsewhere':
        return `${c.person.id} of another`
      case 'unknown':
        return `nobody: ${c.said}`
      default:
        return c satisfies never
    }
  })
  return [...(self ? ['self'] : []), ...(others && names.length === 0 ? ['somebody'] : names)].join(', ')
}

test.each([
  ['enrol Huda Albastaki in the podcast workshop', 'huda'],
  ['enrol Huda and Ali in the podcast workshop', 'huda, ali'],
  ['enrol huda, ali and waleed in W-2026-0003', 'huda, ali, waleed'],
  ['please sign up my colleague Huda for the writing course', 'huda'],
  ['could you get Huda and Ali onto the podcast workshop?', 'huda, ali'],
  ['put Ali down for the planning workshop', 'ali'],
  ['reserve two seats for Huda and Ali in the podcast workshop', 'huda, ali'],
  ['Huda would like to attend the podcast workshop', 'huda'],
  ['add Huda Al-Bastaki to the podcast workshop', 'huda'],
  ['enrol me and Huda in the podcast workshop', 'self, huda'],
  ['enrol Sara in the podcast workshop', 'sara|sara2'],
  ['enrol Sara Althawadi in the podcast workshop', 'sara2'],
  ['enrol Huda Salem in the podcast workshop', 'nobody: Huda Salem'],
  ['enrol Khalid Alzayani in the podcast workshop', 'khalid of another'],
  ['enrol Khalid in the podcast workshop', 'nobody: Khalid'],
  ['enrol my colleague in the podcast workshop', 'somebody'],
  ['enrol me in the podcast workshop', 'self'],
  ['I would like to attend the podcast workshop', 'self'],
  ['join the podcast workshop', ''],
  ['سجّل زميلتي هدى البستكي في ورشة البودكاست', 'huda'],
  ['سجلوا هدى وعلي في ورشة البودكاست', 'huda, ali'],
  ['سجلوا هدى البستكي وعلي الصفار ووليد في ورشة البودكاست', 'huda, ali, waleed'],
  ['سجلوا وليد وهدى في الدورة', 'waleed, huda'],
  ['احجزوا مقعدين لهدى ولعلي في ورشة البودكاست', 'huda, ali'],
  ['ابي اسجل زميلي علي على ورشة البودكاست', 'ali'],
  ['سجلوني وهدى في ورشة البودكاست', 'self, huda'],
  ['سجلوني على ورشة البودكاست', 'self'],
  ['رشحوا م. علي حسين لورشة التخطيط', 'ali'],
  ['سجل زميلتي هدى سالم في ورشة البودكاست', 'nobody: هدى سالم'],
  ['سجلوا خالد الزياني في ورشة البودكاست', 'khalid of another'],
  ['سجل زميلي في ورشة البودكاست', 'somebody'],
  ['تود هدى حضور ورشة البودكاست', 'huda'],
  ['أبي أسجل في ورشة البودكاست', 'self'],
])('%s: %s', (said, who) => expect(of(said)).toBe(who))
