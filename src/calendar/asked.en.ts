/** How people ask for this wing’s commands in English: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const en = {
  calendar: [
    'my calendar address',
    'send me the calendar file of the heart walk',
    'give me the address of my calendar',
    'I want the plan in my Outlook calendar',
    'subscribe to the calendar',
    'how do I add the plan to Google Calendar?',
    'add the book fair to my calendar',
    'send me A-2026-0142 as an ics file',
    'give me a new calendar address',
    'revoke my calendar address',
    'can I have the meeting as a calendar file?',
    'calendar link please',
    'I lost my calendar link',
    'stop my calendar feed',
    'the invitation file of the next meeting for my calendar',
  ],
}
