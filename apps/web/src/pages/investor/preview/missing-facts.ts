import { type Draft, type Place } from '../draft/draft.types.js';
import { type Task, taskOfSection } from '../edit/tasks.js';
import { type FieldName, FIELDS } from '../fields/field.types.js';
import { type Finding } from './preview.query.js';

/** A fact that nobody has entered, and where it is entered. */
export interface MissingFact {
  task: Task;
  place: Place;
  field: FieldName;
}

/** The findings that stand in the way of approval: what is breached, then what cannot be concluded. */
export const standingInWay = <Known extends Pick<Finding, 'verdict' | 'severity' | 'analogy'>>(
  findings: readonly Known[],
): Known[] => [
  ...findings.filter(({ verdict, severity }) => verdict === 'breached' && severity === 'blocking'),
  ...findings.filter(({ verdict, analogy }) => verdict === 'inconclusive' && !analogy),
];

/**
 * The findings that stand in nobody's way by themselves, and that an appraiser weighs: breaches that do not block, and
 * what is applied by analogy only. With what stands in the way they are all that is counted as breached or inconclusive.
 */
export const leftToAppraiser = <Known extends Pick<Finding, 'verdict' | 'severity' | 'analogy'>>(
  findings: readonly Known[],
): Known[] => [
  ...findings.filter(({ verdict, severity }) => verdict === 'breached' && severity !== 'blocking'),
  ...findings.filter(({ verdict, analogy }) => verdict === 'inconclusive' && analogy),
];

/** The facts of the draft that a finding misses (`lines[l-1].oecdSites`); annexes and what has no field are left out. */
export function missingFacts(missing: readonly string[], draft: Draft): MissingFact[] {
  return missing.flatMap((path) => {
    const [, section, id, name] = /^(lines|equipment)\[([^\]]+)\]\.(\w+)$/.exec(path) ?? [];
    if (id !== undefined && name !== undefined) return rowFact(section as 'lines', id, name, draft);
    const field = /^project\.(\w+)$/.exec(path)?.[1];
    if (field === undefined || !isField(field)) return [];
    return [{ task: 'project', place: { section: 'project', id: null, field }, field }];
  });
}

function rowFact(section: 'lines' | 'equipment', id: string, field: string, draft: Draft): MissingFact[] {
  const isThere = draft[section].some((row) => row['id'] === id);
  if (!isThere || !isField(field)) return [];
  return [{ task: taskOfSection(section), place: { section, id, field }, field }];
}
const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);
