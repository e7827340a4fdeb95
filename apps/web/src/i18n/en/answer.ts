import { type SameShape } from '../same-shape.js';
import { type answer as vietnamese } from '../vi/answer.js';

export const answer: SameShape<typeof vietnamese> = {
  titles: {
    supplement: 'Answer the supplement request',
    clarification: 'Answer the clarification request',
    refusal_notice: 'Respond to the intended refusal',
  },
  back: '← Dossier',
  until: 'Answer by the end of',
  otherwise: {
    supplement:
      'Without an answer by the end of that day the dossier may be discontinued. Answer all items in one go.',
    clarification: 'Without an answer the appraisal goes on with what the dossier holds.',
    refusal_notice:
      'Without a response the department goes on with what the dossier holds. If you accept the refusal, say so; to withdraw, use the button on the page of the dossier.',
  },
  response: 'What you say about the intended refusal',
  answered: '{{done}} of {{all}} items answered.',
  kept: 'Answers are kept on this device until they are sent. Files that you upload are saved in the dossier at once.',
  notKept: 'This device has no room left for the answers. Do not close the page before sending.',
  done: 'Answered',
  open: 'Not answered',
  text: 'Your answer',
  files: 'Files',
  papers: 'Papers of the dossier: look, add or replace',
  left_one: '{{count}} item is not answered',
  left_other: '{{count}} items are not answered',
  toItem: 'Item {{number}}',
  willHappen: 'When you send',
  status: 'The dossier becomes:',
  due: 'Expected by {{day}}.',
  once: 'After sending, neither answers nor dossier can be changed.',
  preview: 'Look before sending',
  send: 'Send the answer',
  nothing: 'Nothing waits for your answer',
  nothingText: 'The request was answered, or its time is over. The page of the dossier says what comes next.',
  toDossier: 'See the dossier and its progress',
  owner: {
    label: 'What you can do with this dossier',
    continue: 'Continue the draft',
    answer: 'Answer the department',
    copy: 'Copy into a new dossier',
    copyFrom: 'Copied from the dossier “{{name}}”: with project, lines and machines, without papers.',
    copyHint: 'Takes project, lines and machines along; papers and certificates are handed in anew.',
  },
};
