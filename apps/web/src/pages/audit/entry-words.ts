import { type TFunction } from 'i18next';
import { formatDate } from '../../format/format.js';
import { type ListedEntry } from './audit.query.js';

type Words = TFunction<['audit', 'words']>;

/** An act in words; one that has none yet is named by its code. */
export function actWords(action: string, t: Words): string {
  const known: string = t(`audit:act.${action.replace('.', '_')}` as 'audit:act.dossier_created', {
    defaultValue: '',
  });
  if (known !== '') return known;
  const command = action.replace(/^dossier\./, '');
  return t(`words:command.${command}` as 'words:command.submit', { defaultValue: action });
}

export function subjectWords({ kind }: ListedEntry['subject'], t: Words): string {
  return t(`audit:subject.${kind}` as 'audit:subject.dossier', { defaultValue: kind });
}

export function roleWords(role: string, t: Words): string {
  const outside: string = t(`audit:actor.${role}` as 'audit:actor.system', { defaultValue: '' });
  return outside === '' ? t(`words:role.${role}` as 'words:role.admin', { defaultValue: role }) : outside;
}

export interface FactWords {
  name: string;
  value: string;
  /** Whether it is an id or a hash: it proves, and says nothing to a reader. */
  technical: boolean;
}
const TECHNICAL = /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The facts of an entry as name and value, in the order in which they were told; closed lists in words. */
export function factWords(facts: ListedEntry['facts'], t: Words): FactWords[] {
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ({
      name: t(`audit:fact.${name}` as 'audit:fact.from', { defaultValue: name }),
      value: valueWords(name, value, t),
      technical: TECHNICAL.test(String(value)),
    }));
}
/** Which closed list a fact is of. */
const LISTS: Record<string, string> = {
  ...{
    from: 'status',
    to: 'status',
    status: 'status',
    command: 'command',
    procedure: 'procedure',
    role: 'role',
  },
  ...{ channel: 'role', procedureId: 'procedure' },
};
function valueWords(name: string, value: unknown, t: Words): string {
  if (typeof value === 'boolean') return t(value ? 'audit:yes' : 'audit:no');
  const text = String(value);
  if (DAY.test(text)) return formatDate(text);
  const list = LISTS[name];
  return list === undefined
    ? text
    : t(`words:${list}.${text}` as 'words:status.draft', { defaultValue: text });
}
