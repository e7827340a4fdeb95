import { type Records } from '../records.js';
import { Broken, dossierOf, type Moment, type Oracle, type Row, text } from './moment.js';
import { naiveReading } from './naive-days.js';

const OPEN = ['running', 'stopped', 'expired'];
const isOpen = ({ state }: Row): boolean => OPEN.includes(String(state));
const movementsOf = (records: Records, clockId: unknown): Row[] =>
  records.clock_movement.filter(({ clock_id }) => clock_id === clockId);

/** 6: a date that moved says why, in the table and in the chain. */
function moved({ before, after, tally }: Moment): void {
  for (const clock of after.clock) {
    const was = before.clock.find(({ id }) => id === clock['id']);
    if ((was?.['due_on'] ?? null) === clock['due_on']) continue;
    const known = was ? movementsOf(before, clock['id']).length : 0;
    const fresh = movementsOf(after, clock['id'])
      .slice()
      .sort((a, b) => Number(a['movement']) - Number(b['movement']))
      .slice(known);
    const last = fresh.at(-1);
    if (!last || last['new_due_on'] !== clock['due_on'] || String(last['reason']).trim() === '')
      throw new Broken(6, 'a due date moved without an entry that says why', clock['rule_id']);
    const told = after.audit_entry.filter(
      ({ action, subject_id, facts }) =>
        action === 'clock.moved' && subject_id === clock['id'] && facts['movement'] === last['movement'],
    );
    if (told.length !== 1)
      throw new Broken(6, 'a due date moved without an entry of the chain', clock['rule_id']);
    tally.checked(6, was ? 'a date moved' : 'a clock started');
  }
}

const isStopped = (records: Records, clockId: unknown): boolean =>
  records.clock_stop.some(({ clock_id, to_on }) => clock_id === clockId && to_on === null);

/** 6: what stands still does not run out; 11: what runs out is kept with its effect and its article. */
function ranOut({ before, after, today, tally }: Moment): void {
  for (const clock of after.clock) {
    const was = before.clock.find(({ id }) => id === clock['id']);
    if (clock['state'] !== 'expired' || was?.['state'] === 'expired') continue;
    if (was?.['state'] === 'stopped' && clock['due_on'] === null)
      throw new Broken(6, 'a stopped clock ran out', clock['rule_id']);
    if (clock['due_on'] === null || text(clock['due_on']) >= today)
      throw new Broken(6, 'a clock ran out before its day was over', [
        clock['rule_id'],
        clock['due_on'],
        today,
      ]);
    tally.checked(6, 'a clock ran out');
    if (clock['purpose'] !== 'reply') continue;
    const kept = after.silence_record.filter(({ clock_id }) => clock_id === clock['id']);
    const [row] = kept;
    if (kept.length !== 1 || !row || String(row['basis']).trim() === '' || row['due_on'] !== clock['due_on'])
      throw new Broken(11, 'silence was not kept once with its article', clock['rule_id']);
    tally.checked(11, 'silence kept');
  }
  if (after.clock.some((clock) => clock['state'] === 'stopped' && isStopped(after, clock['id'])))
    tally.checked(6, 'a clock stands still');
}

/** 6: a term is extended once, by no more days than its law gives, and its date moves by an entry that says so. */
function extended({ before, after, tally }: Moment): void {
  for (const clock of after.clock) {
    const was = before.clock.find(({ id }) => id === clock['id']);
    const [then, now] = [Number(was?.['extension_days'] ?? 0), Number(clock['extension_days'])];
    if (then === now) continue;
    const { extension } = clock['rule'] as { extension?: { max: number | 'same_length' } | null };
    const most = extension?.max === 'same_length' ? Number(clock['value']) : (extension?.max ?? 0);
    if (then !== 0 || now > most)
      throw new Broken(6, 'a term was extended further than its law lets it', [clock['rule_id'], then, now]);
    tally.checked(6, 'a term extended');
  }
}

interface Stopping {
  stopsOn?: { status: string }[];
}
/** 6: while the owner is asked, the clocks stand still that the law has stand still then. */
function standsStill({ before, after, tally }: Moment): void {
  const { status } = dossierOf(after);
  if (status === dossierOf(before)['status']) return;
  for (const clock of after.clock.filter(isOpen)) {
    const { stopsOn = [] } = clock['rule'] as Stopping;
    if (!stopsOn.some((stop) => stop.status === status)) continue;
    if (!isStopped(after, clock['id']))
      throw new Broken(6, 'a clock runs on while the owner is asked', [clock['rule_id'], status]);
    tally.checked(6, 'a clock made to stand still');
  }
}

/** 11: a reply is given when its letter is issued. */
function fulfilled({ before, after, tally }: Moment): void {
  for (const clock of after.clock) {
    if (clock['purpose'] !== 'reply' || clock['state'] !== 'fulfilled') continue;
    if (before.clock.some(({ id, state }) => id === clock['id'] && state === 'fulfilled')) continue;
    const letter = after.letter.find(
      (one) =>
        ['decision', 'determination'].includes(String(one['kind'])) &&
        one['status'] === 'issued' &&
        !before.letter.some(({ id, status }) => id === one['id'] && status === 'issued'),
    );
    if (!letter) throw new Broken(11, 'a reply clock was fulfilled without its letter', clock['rule_id']);
    tally.checked(11, 'a reply clock fulfilled');
  }
}

const SHOWN = [
  ['reply'],
  ['own_step'],
  ['internal_target', 'new_round'],
  ['supplement', 'clarification', 'refusal_reply'],
];
/** The date that lists show is the earliest of the clocks that count most. */
function shown({ after, tally }: Moment): void {
  const open = after.clock.filter((clock) => isOpen(clock) && clock['due_on'] !== null);
  const group = SHOWN.map((purposes) =>
    open.filter(({ purpose }) => purposes.includes(String(purpose))),
  ).find((clocks) => clocks.length > 0);
  const earliest = (group ?? []).map(({ due_on }) => String(due_on)).sort()[0] ?? null;
  if (dossierOf(after)['due_on'] !== earliest)
    throw new Broken(6, 'the dossier shows another date than its clocks', [
      dossierOf(after)['due_on'],
      earliest,
    ]);
  if (earliest) tally.checked(6, 'a date shown');
}

export const clockOracle: Oracle = (moment) => {
  for (const oracle of [moved, ranOut, extended, standsStill, fulfilled, shown]) oracle(moment);
};

/** 6: every open clock counted again, day by day, with every reading that the law leaves open. */
export function countedAgain(records: Records, rows: readonly Row[]): number {
  const dossier = dossierOf(records);
  const open = records.clock.filter(isOpen);
  for (const clock of open) {
    const due = naiveReading(clock, records.clock_stop, dossier, rows);
    if (due !== clock['due_on'])
      throw new Broken(6, 'a date is not what counting day by day gives', [
        clock['rule_id'],
        clock['due_on'],
        due,
      ]);
  }
  return open.length;
}
