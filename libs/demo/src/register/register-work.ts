import { bodyOf } from '../actions/action.types.js';
import { type Person } from '../driver/person.js';
import { type RegisterActs } from './register.types.js';

interface Match {
  id: string;
  state: string;
  reasons: string[];
}
interface Project {
  id: string;
  name: string;
  matches: Match[];
}
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Every project of a list, page by page. */
export async function projectsOf(person: Person, query: string): Promise<Pick<Project, 'id' | 'name'>[]> {
  const all: Pick<Project, 'id' | 'name'>[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<Project> = bodyOf(await person.get(`/projects?limit=100&${query}${from}`));
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

const post = async (person: Person, path: string, body: object): Promise<unknown> =>
  bodyOf(await person.send('POST', `/projects/${path}`, body, { 'idempotency-key': `register-${path}` }));

/** Lets the system compare dossiers and projects, and confirms what carries the very name. Returns how many. */
export async function confirmMatches(clerk: Person, head: Person): Promise<number> {
  await post(clerk, 'matches/propose', {});
  let confirmed = 0;
  for (const { id } of await projectsOf(head, 'awaiting=match'))
    for (const match of await sameNames(head, id)) {
      const answer = await post(head, `${id}/matches/${match.id}/decision`, { decision: 'confirmed' });
      if (answer !== null) confirmed += 1;
    }
  return confirmed;
}

async function sameNames(head: Person, id: string): Promise<Match[]> {
  const { matches } = bodyOf<Project>(await head.get(`/projects/${id}`));
  return matches.filter(({ state, reasons }) => state === 'proposed' && reasons.includes('same_name'));
}

/** @throws Error when no project carries the name */
async function idOf(person: Person, name: string): Promise<string> {
  const found = (await projectsOf(person, `q=${encodeURIComponent(name)}`)).find((one) => one.name === name);
  if (found === undefined) throw new Error(`the register has no project ${name}`);
  return found.id;
}

/** Exemptions that one person proposes and a head confirms. */
export async function exempt(
  people: { appraiser: Person; head: Person },
  exemptions: RegisterActs['exemptions'],
): Promise<void> {
  for (const { project, ...body } of exemptions) {
    const id = await idOf(people.head, project);
    await post(people.appraiser, `${id}/exemption`, body);
    await post(people.head, `${id}/exemption/decision`, { decision: 'confirmed' });
  }
}

/** What the project authority decided in the end, recorded by the province. */
export async function recordDecisions(
  province: Person,
  decisions: RegisterActs['finalDecisions'],
): Promise<void> {
  for (const { project, ...body } of decisions)
    await post(province, `${await idOf(province, project)}/final-decision`, body);
}
