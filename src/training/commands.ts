/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'training',
    topic: 'training',
    name: 'training',
    slash: true,
    title: { ar: 'التدريب', en: 'Training' },
    about: {
      ar: 'الورش المتاحة والتسجيل فيها، وللمركز طرحها وإحصاءاتها',
      en: 'What workshops are on offer, to enrol in; for the centre to offer them and see the figures',
    },
    words: {
      ar: ['التدريب', 'الورش المتاحة', 'الورش التدريبية', 'الدورات التدريبية', 'إحصاءات التدريب', 'سجلوني في الورشة', 'أضف مسار'],
      en: ['training', 'trainings', 'training workshops', 'courses', 'training courses', 'training figures', 'enrol me', 'add a track'],
    },
    examples: { ar: ar.training, en: en.training },
    who: everybody,
    rank: 9.3,
  },
  {
    key: 'my_training',
    topic: 'training',
    name: 'my-training',
    slash: false,
    title: { ar: 'تدريبي', en: 'My training' },
    about: { ar: 'ورشكم: ما سجلتم فيه وما حضرتم وشهاداتكم', en: 'Your workshops: enrolled, waiting, attended, certificates' },
    words: {
      ar: ['تدريبي', 'سجل تدريبي', 'دوراتي', 'ورشي', 'شهاداتي', 'ترتيبي في الانتظار'],
      en: ['my training', 'my workshops', 'my courses', 'my certificates', 'my enrolments', 'my place on the waiting list'],
    },
    examples: { ar: ar.my_training, en: en.my_training },
    who: everybody,
    rank: 29.1,
  },
] as const satisfies readonly Command[]
