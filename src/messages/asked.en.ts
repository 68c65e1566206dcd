/** How people ask for this wing’s commands in English: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const en = {
  messages: [
    'what do we say about credit reports?',
    'what are our messages on water prices?',
    'open the message bank',
    'do we have a line on the power cut?',
    'give me the talking points on vaccination',
    'the position on school fees',
    'what do we tell the press about the fees?',
    'how do we answer questions on traffic?',
    'find the approved line on tourism',
    'I want to propose a message',
    'approved messages on digital services',
    'lines to take on housing',
    'add a message to the bank',
    'is there an agreed wording on data protection?',
    'messages for December',
    'messages for January',
    'the messages of next month',
  ],
}
