/** How people ask for this wing’s commands in English: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const en = {
  digest: [
    'send me a digest every Sunday',
    'give me my weekly summary',
    'what waits for me this week?',
    'stop the weekly digest',
    'I want the digest on Mondays',
    'summary of my week please',
    'what do I have open?',
    'what do I need to do before the meeting?',
    'is there anything I should do?',
    'what is expected of me?',
    'what needs doing this week?',
    'turn off the digest',
  ],
}
