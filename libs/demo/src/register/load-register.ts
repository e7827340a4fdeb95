import { bodyOf } from '../actions/action.types.js';
import { Person } from '../driver/person.js';
import { type JourneyWorld } from '../run-journeys.js';
import { bringInList } from './bring-in-list.js';
import { type CoverageSummary, type DemoRegister } from './register.types.js';
import { confirmMatches, exempt, projectsOf, recordDecisions } from './register-work.js';

export interface RegisterWorld extends Omit<JourneyWorld, 'eachMorning'> {
  /** Lets the worker bring in the lists that wait. */
  runImports: () => Promise<unknown>;
}

/**
 * Fills the register of an installation whose dossiers are there already: the list, the matches with dossiers, exemptions
 * and decisions of the authority, each by the person whose work it is. Returns the coverage. @throws Error when a step fails
 */
export async function loadRegister(register: DemoRegister, world: RegisterWorld): Promise<CoverageSummary> {
  const named = (key: string) => new Person(key, world);
  const [clerk, head] = [named('motcua1'), named('truongphong1')];
  await bringInList(clerk, register);
  await world.runImports();
  await confirmMatches(clerk, head);
  await exempt({ appraiser: named('chuyenvien1'), head }, register.acts.exemptions);
  await recordDecisions(named('ubnd'), register.acts.finalDecisions);
  return coverage(named('giamdoc'));
}

interface Figures {
  total: { figures: Record<string, { count: number; query: string }> };
}
async function coverage(leader: Person): Promise<CoverageSummary> {
  const { figures } = bodyOf<Figures>(await leader.get('/projects/coverage')).total;
  const count = (name: string) => figures[name]?.count ?? 0;
  const listed = async (query: string) => (await projectsOf(leader, query)).map(({ name }) => name);
  return {
    all: count('all'),
    answered: count('answered'),
    notSubject: count('not_subject'),
    inHand: count('in_hand'),
    missed: count('missed'),
    none: count('none'),
    followed: (await listed('followed=followed')).length,
    notFollowed: (await listed('followed=not_followed')).length,
    missedNames: await listed(figures['missed']?.query ?? 'standing=missed'),
  };
}
