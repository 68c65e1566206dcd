/** The pages that platforms ask for and anybody may read: what is kept of people, and on what terms the bot is used. The long version is docs/privacy.md. */
import type { Pages } from '../model/page.ts'
import { firstKeep } from '../model/settings.ts'

/** Days after which what came in is let go of (src/clock.ts), and a file that stands ready (src/delivery/files.ts). */
const incomingDays = 30
const { messageDays, cardDays, idleDays, strangerDays } = firstKeep

export const pages = (): Pages => ({
  privacy: {
    en: {
      title: 'Privacy',
      parts: [
        {
          lines: [
            'Munassiq is run by the organization that coordinates your communication network, on its own server. It answers for your data; nothing is passed to anybody else, no advertising is made and no behaviour is measured.',
          ],
        },
        {
          heading: 'What is kept of you, and why',
          lines: [
            'Your name, e-mail address, organization and role: so that you are recognized and asked what concerns you.',
            'Your accounts in chat, as the platform names them: so that messages reach you.',
            'What you submit, answer and decide for your organization, with the time: it is the network’s work.',
            'Your language, your absences, the address of your calendar (as a fingerprint only).',
            'What you write is read by a program on that server; beside your chat platform no service reads it.',
          ],
        },
        {
          heading: 'Who sees it',
          lines: [
            'Members of the network see the communication officers of each organization: their names, and on which platform they are met. The coordinating centre and the administrators see who did what. People outside the network see nothing.',
          ],
        },
        {
          heading: 'How long',
          lines: [
            `Deliveries from the chat platforms: ${incomingDays} days; the words in them only until they are worked.`,
            `Messages that were sent: ${messageDays} days unless the network says otherwise; cards that a decision may still change, ${cardDays} days.`,
            `Files that stand ready: ${incomingDays} days. Conversations nobody goes on with: ${idleDays} days.`,
            `Accounts and requests of people who did not become members: ${strangerDays} days.`,
            'The record of changes: as long as the network exists.',
          ],
        },
        {
          heading: 'How to have it removed',
          lines: [
            'Write to the bot: “forget me”. It says what goes and what stays; an administrator confirms it. Your name, e-mail and accounts then go from every table. What your organization did stays, without your name.',
            'For anything else, and for what is right or wrong about you, write to the coordinating centre of your network.',
          ],
        },
      ],
    },
    ar: {
      title: 'الخصوصية',
      parts: [
        {
          lines: [
            'تشغّل منسّق الجهةُ التي تنسق شبكة الاتصال لديكم على خادمها، وهي المسؤولة عن بياناتكم. لا تُعطى البيانات لأحد، ولا إعلانات، ولا قياس للسلوك.',
          ],
        },
        {
          heading: 'ما يُحفظ عنكم ولماذا',
          lines: [
            'الاسم والبريد الإلكتروني والجهة والصفة: لمعرفتكم وسؤالكم عما يخصكم.',
            'حساباتكم في المحادثة كما تسميها المنصة: لتصلكم الرسائل.',
            'ما تقدمونه وتجيبون عنه وتقررونه باسم جهتكم مع وقته: فهو عمل الشبكة.',
            'لغتكم، وأيام غيابكم، وعنوان تقويمكم (بصمته فقط).',
            'يقرأ ما تكتبونه برنامج على ذلك الخادم وحده، ولا تقرؤه أي خدمة سوى منصة المحادثة نفسها.',
          ],
        },
        {
          heading: 'من يراه',
          lines: [
            'يرى أعضاء الشبكة مسؤولي الاتصال في كل جهة: أسماءهم والمنصة التي يوجدون عليها. ويرى المركز ومديرو النظام من فعل ماذا. ولا يرى من هم خارج الشبكة شيئاً.',
          ],
        },
        {
          heading: 'إلى متى',
          lines: [
            `ما يصل من منصات المحادثة: ${incomingDays} يوماً، ونصه إلى أن يُعالج فقط.`,
            `الرسائل المرسلة: ${messageDays} يوماً ما لم تقرر الشبكة غير ذلك، والبطاقات التي قد يغيّرها قرار: ${cardDays} يوم.`,
            `الملفات الجاهزة للتنزيل: ${incomingDays} يوماً. المحادثات المتروكة: ${idleDays} يوماً.`,
            `حسابات من لم يصبحوا أعضاء وطلباتهم: ${strangerDays} يوماً.`,
            'سجل التغييرات: ما دامت الشبكة.',
          ],
        },
        {
          heading: 'كيف تُحذف',
          lines: [
            'اكتبوا لمنسّق: «احذفوا بياناتي». فيقول ما يُحذف وما يبقى، ويؤكد ذلك أحد مديري النظام. ثم يُحذف اسمكم وبريدكم وحساباتكم من كل السجلات، ويبقى ما قدمته جهتكم دون اسمكم.',
            'لغير ذلك، ولتصحيح ما يخصكم، يرجى مراسلة المركز المنسق لشبكتكم.',
          ],
        },
      ],
    },
  },
  terms: {
    en: {
      title: 'Terms of use',
      parts: [
        {
          lines: [
            'Munassiq is open to the members of a communication network and to those whom its administrators accept. Use it for the network’s work.',
            'What you submit is seen by the members of the network unless you say that it is for the centre alone or embargoed. Do not submit what you may not share with them.',
            'The organization that runs it may end a membership. The program comes without warranty of any kind.',
            'What is kept of you and how to have it removed is said on the page about privacy.',
          ],
        },
      ],
    },
    ar: {
      title: 'شروط الاستخدام',
      parts: [
        {
          lines: [
            'منسّق متاح لأعضاء شبكة الاتصال ولمن يقبلهم مديرو النظام فيها، ويُستخدم لعمل الشبكة.',
            'ما تقدمونه يراه أعضاء الشبكة ما لم تذكروا أنه للمركز وحده أو محظور النشر. يرجى عدم تقديم ما لا يجوز لكم إطلاعهم عليه.',
            'للجهة التي تشغّله أن تنهي العضوية. ويقدَّم البرنامج دون أي ضمان.',
            'ما يُحفظ عنكم وكيف يُحذف مذكور في صفحة الخصوصية.',
          ],
        },
      ],
    },
  },
})
