import { type ServiceTerm } from './service.query.js';

/** Who has to keep a term: the authority by law, the applicant, or the authority by its own target. */
export const SIDES = ['reply', 'yours', 'own'] as const;
export type Side = (typeof SIDES)[number];

function sideOf({ purpose }: ServiceTerm): Side {
  switch (purpose) {
    case 'supplement':
    case 'clarification':
    case 'refusal_reply':
      return 'yours';
    case 'internal_target':
    case 'new_round':
      return 'own';
    case 'reply':
    case 'own_step':
    case 'intake':
    case 'others_duty':
      return 'reply';
  }
}

/** Terms by who keeps them; sides without a term are left out. */
export const termsBySide = (terms: readonly ServiceTerm[]): { side: Side; terms: ServiceTerm[] }[] =>
  SIDES.map((side) => ({ side, terms: terms.filter((term) => sideOf(term) === side) })).filter(
    (group) => group.terms.length > 0,
  );
