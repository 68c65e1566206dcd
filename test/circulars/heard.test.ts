/** What a coordinator's words ask of circulars, and what a text says at its head: for whom it is, and that it is urgent. */
import { describe, expect, test } from 'vitest'
import { addressed, heard } from '../../src/circulars/heard.ts'
import { readText } from '../../src/circulars/texts.ts'
import { typedCommand } from '../../src/heard.ts'
import { audienceOf, isMeant } from '../../src/model/circular.ts'
import { headOf } from '../../src/understanding/heads.ts'
import { asking } from '../voice.ts'

const { context } = asking('en')

describe('the head of a text', () => {
  test.each([
    ['circular: the press conference moves to 4 pm', false, null, 'the press conference moves to 4 pm'],
    ['Urgent circular to the observers: a storm', true, 'to the observers', 'a storm'],
    ['تعميم: يُنقل المؤتمر', false, null, 'يُنقل المؤتمر'],
    ['تعميم عاجل إلى وزارة الصحة ووزارة العمل: يُنقل', true, 'إلى وزارة الصحة ووزارة العمل', 'يُنقل'],
    ['تعميم للمتابعين:\nيُغلق الأرشيف', false, 'للمتابعين', 'يُغلق الأرشيف'],
    ['Circular\nThe archive is closed', false, null, 'The archive is closed'],
  ])('%s', (text, urgent, to, body) => {
    expect(headOf(text)).toEqual({ urgent, to, line: null, body })
    expect(typedCommand(text)?.command.key).toBe('circular')
  })
  test.each([
    'Circular economy forum: 3 December',
    'اجتماع: تعميم الخدمة',
    'The circular: is it out?'.slice(4).replace('circular', 'circle'),
    'urgent: read this',
  ])('%s is none', text => {
    expect(headOf(text)).toBeNull()
  })
})

describe('a line to take', () => {
  test.each([
    ['Line to take on the power cut: it is being repaired', { on: 'the power cut' }, null, 'it is being repaired'],
    ['line to take: it is being repaired', { on: null }, null, 'it is being repaired'],
    ['توجيه إعلامي بشأن انقطاع الكهرباء: تعمل الفرق على الإصلاح', { on: 'انقطاع الكهرباء' }, null, 'تعمل الفرق على الإصلاح'],
    ['الرد الموحد حول الشائعات:\nلا صحة لها', { on: 'الشائعات' }, null, 'لا صحة لها'],
    ['توجيه إعلامي إلى وزارة الصحة: لا صحة لما نُشر', { on: null }, 'إلى وزارة الصحة', 'لا صحة لما نُشر'],
  ])('%s', (text, line, to, body) => {
    expect(headOf(text)).toEqual({ urgent: false, to, line, body })
    expect(typedCommand(text)?.command.key).toBe('circular')
  })
  test.each([
    ['issue a line to take on the power cut', 'the power cut'],
    ['نبي رد موحد عن الشائعات', 'الشائعات'],
    ['أصدر توجيهاً إعلامياً', null],
  ])('%s', (text, on) => {
    expect(heard(text, context)).toMatchObject({ kind: 'write', line: { on }, body: null })
  })
})

describe('for whom', () => {
  test.each([
    ['to the observers', ['role:observer'], null],
    ['للمتابعين والمنسقين', ['role:observer', 'role:coordinator'], null],
    ['إلى وزارة التربية والتعليم وهيئة المعلومات والحكومة الإلكترونية', ['organization:education', 'organization:egov'], null],
    ['to the Ministry of Works, tourism and MOI', ['organization:works', 'organization:tourism', 'organization:interior'], null],
    ['to everyone', ['all'], null],
    ['إلى جميع الجهات', ['all'], null],
    ['to all officers', ['role:member'], null],
    ['to the officers of the Ministry of Health', ['organization:health'], null],
    ['لمسؤولي الاتصال في وزارة الصحة', ['organization:health'], null],
    ['to the Ministry of Health and the Ministry of Space', ['organization:health'], 'Space'],
    ['إلى وزارة الفضاء', [], 'الفضاء'],
  ])('%s', (said, to, unknown) => {
    const who = addressed(said, context)
    expect(who.to).toEqual(to)
    if (unknown === null) expect(who.unknown).toBeNull()
    else expect(who.unknown).toContain(unknown)
  })
  test('whoever belongs to one or holds one is meant', () => {
    const audience = audienceOf(['organization:health', 'role:observer'])
    expect(isMeant(audience, { organizationId: 'health', roles: ['member'] })).toBe(true)
    expect(isMeant(audience, { organizationId: 'works', roles: ['observer'] })).toBe(true)
    expect(isMeant(audience, { organizationId: 'works', roles: ['member'] })).toBe(false)
  })
})

describe('what is asked', () => {
  const kind = (text: string) => heard(text, context).kind
  test.each([
    ['', 'list'],
    ['show the latest circulars', 'list'],
    ['ورني التعاميم اللي أرسلناها', 'list'],
    ['3', 'show'],
    ['C-2026-0003', 'show'],
    ['open circular 3', 'show'],
    ['تعميم رقم ٣', 'show'],
    ['who has not read the circular?', 'last'],
    ['من لم يطلع على التعميم؟', 'last'],
    ['منو ما اطلع على التعميم؟', 'last'],
    ['recall the last circular', 'last'],
    ['I want to correct the circular', 'last'],
    ['ذكّر من لم يطلع على التعميم', 'last'],
    ['write a circular', 'write'],
    ['أبي أرسل تعميم للجهات', 'write'],
    ['the press conference moves to 4 pm', 'write'],
  ])('%s: %s', (text, expected) => {
    expect(kind(text)).toBe(expected)
  })
  test('a request to write says for whom, that it is urgent, and what', () => {
    expect(heard('write a circular', context)).toMatchObject({ body: null, to: [], urgent: false })
    expect(heard('send an urgent circular to the observers', context)).toMatchObject({ body: null, to: ['role:observer'], urgent: true })
    expect(heard('أبي أرسل تعميم للجهات', context)).toMatchObject({ body: null, to: ['all'] })
    expect(heard('send a circular to the health ministry that the hall is changed', context)).toMatchObject({
      to: ['organization:health'],
      body: 'the hall is changed',
    })
    expect(heard('عمموا على كل الجهات أن المؤتمر يُنقل إلى الرابعة', context)).toMatchObject({
      to: ['all'],
      body: 'المؤتمر يُنقل إلى الرابعة',
    })
  })
  test('what comes after the command’s name is the text, with its head taken off', () => {
    expect(
      heard('please acknowledge the circular of last week and send us your plans for the month of Ramadan by noon', context),
    ).toMatchObject({
      kind: 'write',
      body: 'please acknowledge the circular of last week and send us your plans for the month of Ramadan by noon',
    })
    expect(heard('to the observers: the archive is closed', context)).toMatchObject({
      to: ['role:observer'],
      body: 'the archive is closed',
    })
    expect(heard('To all who come early: doors open at six', context)).toMatchObject({ body: 'To all who come early: doors open at six' })
  })
})

describe('a text in two languages', () => {
  test('one after the other is taken apart', () => {
    expect(readText('يُنقل المؤتمر إلى الرابعة\n\nThe conference moves to four', 'ar')).toEqual({
      ar: 'يُنقل المؤتمر إلى الرابعة',
      en: 'The conference moves to four',
    })
  })
  test('a name or an address of the other script is part of the text', () => {
    expect(readText('يُنقل المؤتمر إلى الرابعة\nhttps://example.org/a', 'ar')).toEqual({
      ar: 'يُنقل المؤتمر إلى الرابعة\nhttps://example.org/a',
    })
    expect(readText('البث على:\nMunassiq Live', 'ar')).toEqual({ ar: 'البث على:\nMunassiq Live' })
  })
})

test.each([
  ['send a circular to all: the logo changes on Sunday', ['all'], 'the logo changes on Sunday'],
  ['أرسلوا تعميماً إلى المتابعين: يتغير الشعار يوم الأحد', ['role:observer'], 'يتغير الشعار يوم الأحد'],
  ['tell all organizations that the office is closed on Sunday', ['all'], 'The office is closed on Sunday'],
  ['let everybody know: the form has changed', ['all'], 'The form has changed'],
  ['أبلغوا جميع الجهات بأن المكتب مغلق يوم الأحد', ['all'], 'المكتب مغلق يوم الأحد'],
])('nothing of the text is lost: %s', (text, to, body) => {
  expect(heard(text, context)).toMatchObject({ kind: 'write', to, body })
})
