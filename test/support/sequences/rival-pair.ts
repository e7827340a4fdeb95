import { type Act } from './acts.js';
import { type EntryRow } from './naive-chain.js';
import { isConflicted } from './oracle/access.oracle.js';
import { Broken, type Person } from './oracle/moment.js';
import { type Records } from './records.js';
import { type Told } from './send-act.js';
import { type Tally } from './tally.js';
import { idOf } from './world.js';

/** One of two people who act at the same time, and what came of it. */
export interface Rival {
  act: Act;
  answer: Told;
  /** Whether it would have been carried out without the other one. */
  feasible: boolean;
}
interface Race {
  rivals: readonly [Rival, Rival];
  before: Records;
  after: Records;
  people: ReadonlyMap<string, Person>;
  today: string;
  tally: Tally;
}

const HOUSE = ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor', 'council_secretary'];
const won = ({ answer }: Rival): boolean => answer.status < 300;

/** The last act that the log says was carried out since the race began. */
const winnerIn = ({ before, after }: Race): EntryRow | undefined =>
  after.audit_entry.slice(before.audit_entry.length).findLast(({ outcome }) => outcome === 'done');

/** What somebody may be told of the winner: the name inside the house, outside of it a role. */
export const namesFor = (
  reader: Pick<Person, 'roles'>,
  winner: Pick<Person, 'displayName' | 'roles'>,
): readonly string[] =>
  reader.roles.some((role) => HOUSE.includes(role)) ? [winner.displayName] : winner.roles;

/** 8: the loser is told who won and when, as the log has it; drafts of opinions are no acts of the log. */
function told(race: Race, { act, answer }: Rival): void {
  const entry = winnerIn(race);
  if (!entry && !act.matches) return;
  const [winner, reader] = [race.people.get(entry?.actor_id ?? ''), race.people.get(idOf(act.who))];
  const { changedBy, changedAt } = (answer.body ?? {}) as { changedBy?: string; changedAt?: string };
  if (!entry || !winner || !reader) throw new Broken(8, 'the log does not know who won', entry);
  const fits =
    changedBy !== undefined &&
    namesFor(reader, winner).includes(changedBy) &&
    changedAt === new Date(entry.at).toISOString();
  if (!fits)
    throw new Broken(8, `${act.who} is not told who won and when`, [
      act.name,
      answer.body,
      winner.displayName,
      entry.at,
    ]);
  race.tally.checked(8, answer.status === 412 ? 'a rival told who won' : 'a conflict told who won');
}

/** Whoever has come into conflict by the act of the winner sees the dossier no more. */
function isBarred({ people, after, today }: Race, { act, answer }: Rival): boolean {
  const person = people.get(idOf(act.who));
  return answer.status === 404 && person !== undefined && isConflicted(person, after, today);
}

/** 8: of two rivals on one revision at most one wins; who could have won is told 409 or 412 and by whom, and not that it was impossible. */
export function judgeRivals(race: Race): void {
  const { rivals, tally } = race;
  const failed = rivals.find(({ answer }) => answer.status >= 500);
  if (failed) throw new Broken(0, 'an answer of the 5xx kind', failed.answer.body);
  const names = rivals.map(({ act }) => act.name);
  const winners = rivals.filter(won);
  if (winners.length > 1) {
    if (rivals.every(({ act }) => act.matches)) throw new Broken(8, 'two rivals won', names);
    return;
  }
  if (winners.length === 0) {
    if (rivals.every(({ feasible }) => feasible)) throw new Broken(8, 'no rival won', names);
    return;
  }
  tally.checked(8, 'two rivals');
  for (const loser of rivals.filter((rival) => !won(rival))) {
    const { status, body } = loser.answer;
    if (status === 412 || (status === 409 && loser.feasible)) told(race, loser);
    else if (loser.feasible && !isBarred(race, loser))
      throw new Broken(8, 'a rival was not told of the other', [names, body]);
  }
}
