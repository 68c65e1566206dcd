/** How people ask for this wing’s commands in English: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const en = {
  actions: [
    'my actions',
    'what do we owe from the last meeting?',
    'what does the health ministry owe from the last meeting?',
    'show our action items',
    'which actions are still open?',
    'what are the follow-up actions on us?',
    'are any actions overdue?',
    'list the open actions of the Ministry of Education',
    'what did we promise to do at the meeting?',
    'mark our action as done',
    'we finished action 12',
    'open action 7',
    'add an action for the health ministry to send the photo list by Thursday',
    'record a follow-up action',
    'who has not done their actions yet?',
    'who owes which action?',
    'we have done the task we were given about the logo',
    'remind those who have not closed their actions',
    'overdue actions of the organizations',
  ],
}
