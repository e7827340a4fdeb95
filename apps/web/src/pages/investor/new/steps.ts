import {
  PROCEDURES,
  type ProcedureId,
  PROJECT_AUTHORITIES,
  type ProjectAuthority,
  type Role,
} from '#contracts';

export const STEPS = [
  'procedure',
  'first',
  'behalf',
  'paper',
  'investor',
  'authority',
  'name',
  'check',
] as const;
export type Step = (typeof STEPS)[number];

/** What has been answered so far; it stands in the address, so that back and reload lose nothing. */
export interface Answers {
  procedure?: ProcedureId;
  first?: string;
  firstName?: string;
  behalf?: string;
  behalfName?: string;
  behalfKind?: string;
  investor?: string;
  investorName?: string;
  number?: string;
  on?: string;
  receivedOn?: string;
  authority?: ProjectAuthority;
  name?: string;
}
const NAMES = [
  ...['first', 'firstName', 'behalf', 'behalfName', 'behalfKind', 'investor', 'investorName'],
  ...['number', 'on', 'receivedOn', 'name'],
] as const;

/** The answers that an address holds; words that are no answer are as if they were not there. */
export function answersIn(search: URLSearchParams): Answers {
  const texts = Object.fromEntries(
    NAMES.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
  );
  const procedure = PROCEDURES.find((one) => one === search.get('procedure'));
  const authority = PROJECT_AUTHORITIES.find((one) => one === search.get('authority'));
  return { ...(texts as Answers), ...(procedure ? { procedure } : {}), ...(authority ? { authority } : {}) };
}

/** The questions that this person has to answer, in their order. */
export function stepsFor(roles: readonly Role[], { procedure, behalfKind }: Answers): Step[] {
  const clerk = roles.includes('clerk');
  const asRequester = clerk
    ? behalfKind !== undefined && behalfKind !== 'investor'
    : roles.includes('requester');
  const change = procedure === 'reappraisal';
  return STEPS.filter((step) => {
    if (step === 'first') return change;
    if (step === 'behalf' || step === 'paper') return clerk;
    if (step === 'investor') return asRequester && !change;
    if (step === 'authority') return (asRequester || procedure === 'determination') && !change;
    return step !== 'name' || !change;
  });
}

/** The body that opens the draft. */
export function newDossierOf({
  procedure,
  first,
  behalf,
  investor,
  number,
  on,
  receivedOn,
  authority,
  name,
}: Answers) {
  if (procedure === undefined) return null;
  const paper = number && on && receivedOn ? { incoming: { number, on, receivedOn } } : {};
  return {
    procedureId: procedure,
    ...(first ? { firstDossierId: first } : {}),
    ...(behalf ? { onBehalfOf: behalf, ...paper } : {}),
    ...(investor ? { investorOrgId: investor } : {}),
    ...(authority ? { projectAuthority: authority } : {}),
    ...(name ? { projectName: name } : {}),
  };
}

/** The address of a question with the answers so far. */
export const addressOf = (step: Step, answers: Answers): string =>
  `/dossiers/new?${new URLSearchParams({ ...(answers as Record<string, string>), step }).toString()}`;

/** What the form of one question works on. */
export interface QuestionProps {
  given: Answers;
  setGiven: (answers: Answers) => void;
  fault: string | undefined;
}
