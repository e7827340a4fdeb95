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
  /** The opening that these answers belong to. */
  opening?: string;
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
  /** The earlier dossier with whose facts the draft begins. */
  copy?: string;
  copyName?: string;
}
const NAMES = [
  ...['first', 'firstName', 'behalf', 'behalfName', 'behalfKind', 'investor', 'investorName'],
  ...['number', 'on', 'receivedOn', 'name', 'copy', 'copyName', 'opening'],
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
export function stepsFor(roles: readonly Role[], { procedure, behalfKind, copy }: Answers): Step[] {
  const clerk = roles.includes('clerk');
  const asRequester = clerk
    ? behalfKind !== undefined && behalfKind !== 'investor'
    : roles.includes('requester');
  const change = procedure === 'reappraisal';
  return STEPS.filter((step) => {
    if (step === 'first') return change;
    if (step === 'behalf' || step === 'paper') return clerk;
    // Whose project it is and who decides on it comes along with a copy.
    if ((step === 'investor' || step === 'authority') && copy !== undefined && !change) return false;
    if (step === 'investor') return asRequester && !change;
    if (step === 'authority') return (asRequester || procedure === 'determination') && !change;
    return step !== 'name' || !change;
  });
}

/** What each question asks for. */
const ASKED: Record<Step, readonly (keyof Answers)[]> = {
  procedure: ['procedure'],
  first: ['first', 'firstName'],
  behalf: ['behalf', 'behalfName', 'behalfKind'],
  paper: ['number', 'on', 'receivedOn'],
  investor: ['investor', 'investorName'],
  authority: ['authority'],
  name: ['name'],
  check: [],
};
/** The answers to one question, without those to the others: they may have been given anew meanwhile. */
export const answersTo = (step: Step, answers: Answers): Answers =>
  Object.fromEntries(ASKED[step].flatMap((name) => (name in answers ? [[name, answers[name]]] : [])));

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
  copy,
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
    ...(copy && procedure !== 'reappraisal' ? { copyOf: copy } : {}),
  };
}

/** The address of a question with the answers so far. */
export const addressOf = (step: Step, answers: Answers): string =>
  `/dossiers/new?${new URLSearchParams({ ...(answers as Record<string, string>), step }).toString()}`;

/** Where a copy of an earlier dossier begins. */
export const copyAddress = (from: { id: string; projectName: string; procedureId: ProcedureId }): string =>
  addressOf('procedure', {
    copy: from.id,
    copyName: from.projectName,
    name: from.projectName,
    ...(from.procedureId === 'reappraisal' ? {} : { procedure: from.procedureId }),
  });

/** What the form of one question works on. */
export interface QuestionProps {
  given: Answers;
  setGiven: (answers: Answers) => void;
  fault: string | undefined;
}
