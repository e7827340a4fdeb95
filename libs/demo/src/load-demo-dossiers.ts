import { join } from 'node:path';
import { type CivilDate, civilDate } from '#kernel';
import { Person } from './driver/person.js';
import { type Journey, type JourneyRun } from './journey.types.js';
import { readJourneys } from './loading/read-journeys.js';
import { type JourneyWorld, runJourneys } from './run-journeys.js';

export interface DemoDossiers {
  /** Folder of the finished histories, with the unfinished ones in its folder `open`. */
  folder: string;
  /** The real day: nothing happens after it. */
  today: CivilDate;
}
const lastDay = ({ steps }: Journey): CivilDate => civilDate(steps.at(-1)?.on ?? '9999-12-31');

/**
 * Fills an installation without any dossier: the finished histories on their own days, as far as these are over, and
 * the open ones on days counted from today. Does nothing where there is a dossier already. Returns how each went.
 */
export async function loadDemoDossiers(
  { folder, today }: DemoDossiers,
  world: JourneyWorld,
): Promise<JourneyRun[]> {
  if (await hasDossiers(world)) return [];
  const finished = readJourneys(folder, today).filter((journey) => lastDay(journey) < today);
  const open = readJourneys(join(folder, 'open'), today);
  return runJourneys([...finished, ...open], world);
}

async function hasDossiers(world: JourneyWorld): Promise<boolean> {
  const answer = await new Person('thanhtra', world).get('/dossiers?limit=1');
  if (answer.status !== 200) throw new Error(`the dossiers cannot be listed: ${JSON.stringify(answer.body)}`);
  return (answer.body as { items: unknown[] }).items.length > 0;
}
