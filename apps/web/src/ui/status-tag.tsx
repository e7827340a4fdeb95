import { type Outcome, type Status } from '#contracts';
import { useProcedureWords } from './use-procedure-words.js';
import classes from './status-tag.module.css';

type Tone = 'grey' | 'blue' | 'amber' | 'green' | 'red';
const TONES: Record<Status, Tone> = {
  draft: 'grey',
  submitted: 'blue',
  supplement_requested: 'amber',
  returned: 'grey',
  accepted: 'blue',
  screened: 'blue',
  under_review: 'blue',
  clarification_requested: 'amber',
  refusal_notified: 'amber',
  concluded: 'blue',
  endorsed: 'blue',
  approved: 'green',
  approved_with_conditions: 'green',
  refused: 'red',
  withdrawn: 'grey',
  discontinued: 'grey',
};

/** A word on a ground of its tone: the word says everything, the colour only helps to find it. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`${classes.tag} ${classes[tone]}`}>{children}</span>;
}

interface StatusTagProps {
  status: Status;
  /** The dossier that stands there: its procedure says what its statuses are called. */
  of: Parameters<typeof useProcedureWords>[0];
}
export function StatusTag({ status, of }: StatusTagProps) {
  const words = useProcedureWords(of);
  return <Tag tone={TONES[status]}>{words.status(status)}</Tag>;
}

interface OutcomeTagProps {
  outcome: Outcome;
  /** Of a recommendation, which decides nothing yet. */
  tone?: Tone;
  of: StatusTagProps['of'];
}
/** What is proposed, in the words of the procedure. */
export function OutcomeTag({
  outcome,
  of,
  tone = outcome.startsWith('agree') ? 'green' : 'red',
}: OutcomeTagProps) {
  const words = useProcedureWords(of);
  return <Tag tone={tone}>{words.outcome(outcome)}</Tag>;
}
