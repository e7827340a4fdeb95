import { type TFunction } from 'i18next';
import { type Bilingual } from '#contracts';
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
type Told = Pick<ListedEntry, 'facts' | 'refusal'>;
const TECHNICAL = /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The facts of an entry as name and value, in the order in which they were told; closed lists in words, and the code of
 * a refusal by its title.
 */
export function factWords(
  { facts, refusal }: Told,
  t: Words,
  said: (text: Bilingual) => string,
): FactWords[] {
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) =>
      name === 'code' && refusal !== null
        ? { name: t('audit:fact.refusal'), value: said(refusal), technical: false }
        : factInWords(name, value, t),
    );
}
const factInWords = (name: string, value: unknown, t: Words): FactWords => ({
  name: t(`audit:fact.${name}` as 'audit:fact.from', { defaultValue: name }),
  value: valueWords(name, value, t),
  technical: TECHNICAL.test(String(value)),
});
/** In which lists a coded value of a fact is looked up, beside that of its own name. */
const LISTS: Record<string, readonly string[]> = {
  ...{ from: ['words:status', 'audit:value.state'], to: ['words:status', 'audit:value.state'] },
  ...{ status: ['words:status'], command: ['words:command'], decision: ['words:command'] },
  ...{
    procedure: ['words:procedure'],
    procedureId: ['words:procedure'],
    verification: ['words:verification'],
  },
  ...{ role: ['words:role'], roles: ['words:role'], channel: ['words:role'], ourRole: ['words:role'] },
  ...{ outcome: ['audit:value.recommendation'], consultation: ['audit:value.form'] },
};
/** Facts that name several codes. */
const SEVERAL = new Set(['roles']);

function valueWords(name: string, value: unknown, t: Words): string {
  if (typeof value === 'boolean') return t(value ? 'audit:yes' : 'audit:no');
  const text = String(value);
  if (DAY.test(text)) return formatDate(text);
  const codes = SEVERAL.has(name) ? text.split(',') : [text];
  return codes.map((code) => codeWords(name, code, t)).join(', ');
}

const STOPPED = 'stopped_by_';
function codeWords(name: string, code: string, t: Words): string {
  if (name === 'reason' && code.startsWith(STOPPED))
    return t('audit:value.reason.stopped', { status: codeWords('status', code.slice(STOPPED.length), t) });
  for (const list of [`audit:value.${name}`, ...(LISTS[name] ?? [])]) {
    const words: string = t(`${list}.${code}` as 'words:status.draft', { defaultValue: '' });
    if (words !== '') return words;
  }
  return code;
}
