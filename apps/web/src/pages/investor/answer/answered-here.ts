import { type Status } from '#contracts';

/** Statuses in which something asked of the owner is open: it is answered on a page of its own, item by item. */
const ASKED: readonly Status[] = ['supplement_requested', 'clarification_requested', 'refusal_notified'];
const ANSWERING: readonly string[] = ['resubmit', 'clarify', 'respond_to_refusal'];

export const isAsked = (status: Status): boolean => ASKED.includes(status);

/**
 * Whether a step is the answer to what is asked. Once nothing is asked any more (a dossier that was discontinued although
 * the answer had come in time) the clerk takes it like every other step.
 */
export const isAnswer = (command: string, status: Status): boolean =>
  isAsked(status) && ANSWERING.includes(command);

/** Whether this reader gives the answer on the page of answers. */
export const isAnsweredThere = (
  command: string,
  { status, relations }: { status: Status; relations: readonly string[] },
): boolean =>
  isAnswer(command, status) && (relations.includes('owner') || relations.includes('clerk_on_behalf'));
