import { type DecidedOutcome, type Outcome, type ProcedureId } from '#contracts';

/** What a letter of decision rests on: what was decided, and what had been concluded in its round. */
interface Decided {
  procedureId: ProcedureId;
  kind: 'approved' | 'approved_with_conditions' | 'refused';
  concluded: Outcome | null;
}

/** How a dossier was answered, as the open statistics count it; a refusal by what it was concluded for. */
export function decidedOutcome({ procedureId, kind, concluded }: Decided): DecidedOutcome {
  if (procedureId === 'determination')
    return kind === 'refused' ? 'determined_outdated' : 'determined_not_outdated';
  if (kind === 'approved') return 'agreed';
  if (kind === 'approved_with_conditions') return 'agreed_with_conditions';
  if (concluded === 'disagree_outdated') return 'refused_outdated';
  return concluded === 'disagree_prohibited' ? 'refused_prohibited' : 'refused_other';
}
