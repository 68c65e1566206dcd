/** How people ask for this wing’s commands in English: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const en = {
  import: [
    'I want to import our list of activities',
    'import activities from an Excel file',
    'how do I upload our spreadsheet?',
    'can I send you our activities as a CSV file?',
    'I have a list of activities in Excel to add',
    'upload a file with our events',
    'add all the activities from our Excel sheet at once',
    'import our calendar from a file',
    'we keep our events in a spreadsheet, how do we bring them in?',
    'load the activities from this file',
    'bulk upload of activities',
    'import a CSV',
  ],
}
