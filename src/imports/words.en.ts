/** What the imports wing says, in English. */
export const en = {
  'import.how': 'Send me your list here as a file: Excel (.xlsx) or CSV, a row for each activity under a line of column names.',
  'import.columns': 'Columns I know, in Arabic or English: {_columns}. A title and a date are needed; the rest may be left out.',
  'import.safe':
    'You see first what would be added and what is wrong; nothing is added before you confirm. What is in the plan already is not added twice.',
  'import.example': 'The plan as a file, for its columns',
  'import.noColumns': 'I found no list of activities in {name}: no line names a title and a date.',
  'import.empty': 'There are no rows in {name}.',
  'import.tooManyRows': '{name} has {n} rows; I can take up to {max} at a time. Please send it in parts.',
  'import.notAWorkbook':
    'I could not open {name}: it is damaged, has a password or is no Excel workbook (.xlsx). Please save it anew and send it again.',
  'import.tooLarge': '{name} holds more than I can unpack. Please send it in parts.',
  'import.badQuotes': 'In {name} a quotation mark is opened and never closed, near line {line}. Please mend it and send the file again.',
  'import.from': 'From {name}',
  'import.toAdd': '{n, plural, =0 {Nothing to add} one {# activity to add} other {# activities to add}}',
  'import.exists': '{n, plural, one {# is in the plan already and stays as it is} other {# are in the plan already and stay as they are}}',
  'import.repeated':
    '{n, plural, one {# row repeats another} other {# rows repeat others}} and {n, plural, one {counts} other {count}} once',
  'import.left': '{n, plural, one {# row is left out: it is over or called off} other {# rows are left out: they are over or called off}}',
  'import.row': 'Row {line}',
  'import.rowOf': 'Row {line} of {sheet}',
  'import.wrongRows':
    '{n, plural, one {# row needs mending} other {# rows need mending}}, and nothing is added until then. Please correct the file and send it again.',
  'import.wrongCell': '{_row}, {column}: {_what}',
  'import.noted': '{_row}: {_what}',
  'import.clashes':
    '{n, plural, one {# clash} other {# clashes}} to look at. You can add the list all the same; both owners and the Centre are told.',
  'import.clashesLater': 'A list of this length is compared with the plan as it is added: clashes are told then.',
  'import.unread': 'Columns I did not read: {_columns}.',
  'import.more': '{n, plural, one {and # more} other {and # more}}',
  'import.add': '{n, plural, one {Add # activity} other {Add # activities}}',
  'import.drop': 'Do not add',
  'import.adding': 'I am adding {n} activities from {name}. This may take a minute; I will tell you when they are in.',
  'import.done': '{n, plural, one {# activity was added} other {# activities were added}} from {name}.',
  'import.nothingNew': 'Nothing new in {name}: {n, plural, one {its # activity is} other {all # are}} in the plan already.',
  'import.dropped': 'Nothing was added.',
  'import.gone': 'This list is no longer waiting. Please send the file again.',
  'import.show': 'Our activities',
  'import.calledOff': 'called off',
  'import.datesDisagree': 'The weekday and the date disagree in {said}. Please correct one of them.',
  'import.needsEnd': 'With several days and a time I need to know when it ends. Please fill in the end time.',
  'import.whoSees':
    'I could not read who may see it in {said}. Please write, for example: the whole network; the Centre only; embargoed until 14 December 6 pm.',
  'import.noOrganization': 'I do not know the organization {said}. Please write its name as it is in the network.',
  'import.notYours': 'This row is of {said}, and you can add activities for your own organization. Please leave it out, or ask the Centre.',
  'import.noKind': 'the kind {said} is not known and is taken as an activity',
  'import.noPriority': 'the priority {said} is not known and is left out',
} as const
