import { isEditable, type Status } from '#contracts';
import { type Checklist } from '../draft/dossier.query.js';
import { type Draft, type Row, type Section, type ValueFault } from '../draft/draft.types.js';

export const TASKS = [
  'project',
  'particulars',
  'lines',
  'machinery',
  'documents',
  'evidence',
  'check',
] as const;
export type Task = (typeof TASKS)[number];
export type TaskState =
  'not_started' | 'in_progress' | 'complete' | 'action_required' | 'optional' | 'cannot_start';

const SECTION_OF: Partial<Record<Task, Section>> = {
  project: 'project',
  lines: 'lines',
  machinery: 'equipment',
  evidence: 'evidence',
  documents: 'papers',
};
/** The task in which a section is entered. */
export const taskOfSection = (section: Section): Task =>
  TASKS.find((task) => SECTION_OF[task] === section) ?? 'project';

/** Tasks to which a fault of the API leads that names no value. */
const TASK_OF: Record<string, Task> = {
  project_name_missing: 'project',
  investor_missing: 'particulars',
  project_authority_missing: 'particulars',
  technology_missing: 'lines',
  nothing_changed: 'lines',
};

/** The task in which a formal fault of the API (`code:/pointer` or a code alone) is mended. */
export function taskOfFault(fault: string): Task {
  const [code = '', pointer = ''] = fault.split(':');
  const section = pointer.split('/')[1];
  const named = section === undefined ? undefined : TASKS.find((task) => SECTION_OF[task] === section);
  return named ?? TASK_OF[code] ?? 'project';
}

const has = (row: Row, ...fields: string[]) => fields.every((field) => Boolean(row[field]));
const isWhole: Record<'lines' | 'equipment', (row: Row) => boolean> = {
  lines: (row) => (has(row, 'name') || has(row, 'technologyName')) && has(row, 'condition'),
  equipment: (row) =>
    has(row, 'name', 'condition') && (row['condition'] === 'new' || has(row, 'hsCode', 'yearMade')),
};

function rowsState(rows: Row[], section: 'lines' | 'equipment', enough: boolean): TaskState {
  if (rows.length === 0) return enough ? 'optional' : 'not_started';
  return rows.every(isWhole[section]) ? 'complete' : 'in_progress';
}

function projectState({ project }: Draft): TaskState {
  if (Object.keys(project).length === 0) return 'not_started';
  return has(project, 'name', 'stage') ? 'complete' : 'in_progress';
}

function documentsState({ papers }: Draft, checklist: Checklist | undefined): TaskState {
  if (checklist?.missing.length === 0) return 'complete';
  return papers.length === 0 ? 'not_started' : 'in_progress';
}

/** Whom the procedure needs is told by the API. */
const particularsState = ({ formal, authority = false }: TaskFacts): TaskState =>
  formal.some((fault) => TASK_OF[fault] === 'particulars')
    ? 'not_started'
    : authority
      ? 'complete'
      : 'optional';

export interface TaskFacts {
  draft: Draft;
  faults: readonly ValueFault[];
  checklist?: Checklist;
  /** Whether the competent authority is known. */
  authority?: boolean;
  /** Formal faults that the API tells, once it was asked. */
  formal: readonly string[];
  maySubmit: boolean;
}

/** How far a task is: what is wrong goes before what is missing, and what is missing before what is done. */
export function taskState(task: Task, facts: TaskFacts): TaskState {
  if (task === 'check') return facts.maySubmit ? 'not_started' : 'cannot_start';
  const { draft, faults, formal, checklist } = facts;
  const isFaulty = faults.some(({ section }) => section === SECTION_OF[task]);
  const named = formal.filter((fault) => fault.includes(':') && taskOfFault(fault) === task);
  if (isFaulty || named.length > 0) return 'action_required';
  switch (task) {
    case 'project':
      return projectState(draft);
    case 'particulars':
      return particularsState(facts);
    case 'lines':
      return rowsState(draft.lines, 'lines', draft.equipment.length > 0);
    case 'machinery':
      return rowsState(draft.equipment, 'equipment', draft.lines.length > 0);
    case 'documents':
      return documentsState(draft, checklist);
    case 'evidence':
      return draft.evidence.length === 0 ? 'optional' : 'complete';
  }
}

/** How many of the tasks that have to be done are; checking is what follows, and what is left out freely is no task. */
export function progressOf(states: readonly { task: Task; is: TaskState }[]): { done: number; all: number } {
  const required = states.filter(({ task, is }) => task !== 'check' && is !== 'optional');
  return { done: required.filter(({ is }) => is === 'complete').length, all: required.length };
}

const ABSTRACTED: readonly Task[] = ['project', 'lines', 'machinery', 'evidence'];

/**
 * The tasks of a dossier: particulars are entered in a draft, and by whom it belongs to; of a paper dossier that is being
 * appraised its facts alone.
 */
export const tasksOf = ({ status, relations }: { status: Status; relations: readonly string[] }): Task[] => {
  if (!isEditable(status)) return [...ABSTRACTED];
  const own = relations.includes('owner') || relations.includes('clerk_on_behalf');
  return TASKS.filter((task) => task !== 'particulars' || (status === 'draft' && own));
};
