/** What the freshness wing says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {
  'fresh.still': 'هل ما زالت هذه البيانات صحيحة؟',
  'fresh.noDay': 'لم يتحدد يومها بعد.',
  'fresh.yes': 'ما زالت صحيحة',
  'fresh.change': 'تغييرها',
  'fresh.cancelled': 'أُلغيت',
  'fresh.saidYes': 'إفادة {name}: ما زالت صحيحة.',
  'fresh.changed': 'عدّلها {name}.',
  'fresh.saidCancelled': 'سحبها {name}.',
  'fresh.nobodyToAsk': 'لا يوجد في {organization} من يمكن سؤاله عما إذا كانت هذه البيانات ما زالت صحيحة.',
  'fresh.nobodyToTell': 'لا يوجد في {organization} من يمكن سؤاله عما إذا كانت هذه الفعالية قد أقيمت.',
  'fresh.tookPlace': 'هل أقيمت هذه الفعالية؟',
  'fresh.itDid': 'أقيمت كما خُطط لها',
  'fresh.itChanged': 'أقيمت مع تغيير',
  'fresh.itDidNot': 'لم تُقم',
  'fresh.moved': 'نُقل موعدها',
  'fresh.saidItDid': 'إفادة {name}: أقيمت كما خُطط لها.',
  'fresh.saidItChanged': 'إفادة {name}: أقيمت مع تغيير.',
  'fresh.changedTitle': 'ما الذي تغيّر',
  'fresh.what': 'ما الذي تغيّر',
  'fresh.askWhat': 'ما الذي تغيّر عما خُطط له؟ تكفي كلمة.',
  'fresh.saidItDidNot': 'إفادة {name}: لم تُقم.',
}
