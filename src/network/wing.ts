/** What the network wing answers: people and their language, who joins and leaves, the roster, holidays. */
import type { Wing } from '../dialogue/wing.ts'
import { delegateBackPress, delegateChangePress, delegateCommand, delegateForm } from './away.ts'
import { directoryCommand, directoryPresses } from './directory.ts'
import { farewellDue, farewellSent, forgetCommand, forgetPresses, forgetQuestion } from './forget.ts'
import { helpCommand } from './help.ts'
import { hijriForm, holidayForm, ramadanForm } from './holiday-forms.ts'
import { fillDue, fillOnDue } from './holidays-fill.ts'
import { beginPress, holidaysCommand, removedPress, removePress, showPress } from './holidays-show.ts'
import { acceptPress, choosePress, createPress, declinePress, joinRequestsCommand } from './join.ts'
import { languageCommand, languagePress } from './language.ts'
import { leftDue, onLeft, tellLeft } from './people.ts'
import { personForm, personPresses, rolesForm } from './person.ts'
import { rosterCommand, rosterFile, rosterForm } from './roster.ts'
import { announceHereCommand, networkForm, settingsCommand } from './settings.ts'
import { askPress, joinForm } from './stranger.ts'

export const wing: Wing = {
  commands: {
    help: helpCommand,
    language: languageCommand,
    holidays: holidaysCommand,
    join_requests: joinRequestsCommand,
    roster: rosterCommand,
    settings: settingsCommand,
    announce_here: announceHereCommand,
    delegate: delegateCommand,
    directory: directoryCommand,
    forget_me: forgetCommand,
  },
  files: [rosterFile],
  presses: {
    'language.set': languagePress,
    'join.ask': askPress,
    'join.accept': acceptPress,
    'join.choose': choosePress,
    'join.create': createPress,
    'join.decline': declinePress,
    'holidays.show': showPress,
    'holidays.add': beginPress('holiday'),
    'holidays.month': beginPress('hijri'),
    'holidays.hours': beginPress('ramadan'),
    'holidays.remove': removePress,
    'holidays.removed': removedPress,
    'delegate.back': delegateBackPress,
    'delegate.change': delegateChangePress,
    ...directoryPresses,
    ...forgetPresses,
    ...personPresses,
  },
  forms: [joinForm, rosterForm, personForm, rolesForm, holidayForm, hijriForm, ramadanForm, networkForm, delegateForm],
  due: { [leftDue]: tellLeft, [fillDue]: fillOnDue, [farewellDue]: farewellSent },
  asks: [forgetQuestion],
  events: { 'member.left': onLeft },
}
