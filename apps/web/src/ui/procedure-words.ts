import { type CommandName, type Outcome, OUTCOMES, type Status } from '#contracts';

/** How a procedure calls its statuses; null: as everybody does, undefined: not known yet. */
export type Labels = ReadonlyMap<string, string> | null | undefined;
/** The words of the catalogue. */
export interface GeneralWords {
  status: (status: Status) => string;
  command: (command: CommandName) => string;
  outcome: (outcome: Outcome) => string;
  /** Why something is refused, in a word. */
  ground: (ground: 'prohibited' | 'outdated' | 'other') => string;
}
/** The words in which one procedure speaks of itself: of its statuses, of what decides it, of what is proposed. */
export interface ProcedureWords {
  status: (status: Status) => string;
  command: (command: CommandName | 'create') => string;
  outcome: (outcome: Outcome) => string;
  /** What may be proposed: an outcome for which the procedure has a status. */
  outcomes: readonly Outcome[];
}

const LEADS_TO: Partial<Record<string, Status>> = {
  approve: 'approved',
  approve_with_conditions: 'approved_with_conditions',
  refuse: 'refused',
};
const MEANS: Record<Outcome, Status> = {
  agree: 'approved',
  agree_with_conditions: 'approved_with_conditions',
  disagree_prohibited: 'refused',
  disagree_outdated: 'refused',
  disagree_other: 'refused',
};
const ON_ITS_WAY = '…';

/**
 * The words of a procedure from the labels of its pack. Whoever decides says in which status the dossier comes to stand, so
 * commands and outcomes are called by that status. Until the labels are there nothing is said: the general words would be wrong.
 */
export function procedureWords(labels: Labels, general: GeneralWords): ProcedureWords {
  if (labels === null)
    return { ...general, command: (name) => general.command(name as CommandName), outcomes: OUTCOMES };
  const label = (status: Status) =>
    labels === undefined ? ON_ITS_WAY : (labels.get(status) ?? general.status(status));
  return {
    status: label,
    command: (name) => {
      const status = LEADS_TO[name];
      return status === undefined ? general.command(name as CommandName) : label(status);
    },
    outcome: (outcome) => {
      const said = label(MEANS[outcome]);
      const ground = groundOf(outcome, general);
      return ground === '' || said === ON_ITS_WAY || said.toLowerCase().includes(ground)
        ? said
        : `${said} (${ground})`;
    },
    outcomes: OUTCOMES.filter((outcome) => labels === undefined || labels.has(MEANS[outcome])),
  };
}

function groundOf(outcome: Outcome, { ground }: GeneralWords): string {
  if (outcome === 'agree' || outcome === 'agree_with_conditions') return '';
  return ground(outcome.slice('disagree_'.length) as 'other').toLowerCase();
}
