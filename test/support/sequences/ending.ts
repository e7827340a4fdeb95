import { newestOf } from './case-view.js';
import { naiveJson } from './naive-chain.js';
import { countedAgain } from './oracle/clock.oracle.js';
import { chainOracle } from './oracle/log.oracle.js';
import { Broken, dossierOf, type Row } from './oracle/moment.js';
import { type Records } from './records.js';
import { type Stage, UUID } from './stages.js';
import { type Tally } from './tally.js';
import { type World } from './world.js';

/** What the end of a sequence is held against, and what is known from sequences before it. */
export interface Ending {
  world: World;
  tally: Tally;
  /** By the digest of the law. */
  calendars: Map<unknown, Row[]>;
  /** How often a screening of the same inputs was repeated. */
  repeated: Map<string, number>;
}

/** 5, 6, 9: what must hold of a dossier once nobody acts any more. */
export async function atTheEnd(ending: Ending, stage: Stage, records: Records): Promise<void> {
  const { tally } = ending;
  tally.checked(5, 'entries of verified chains', chainOracle(records));
  tally.checked(6, 'clocks counted again', countedAgain(records, await calendarOf(ending, records)));
  const newest = newestOf(records.screening);
  if (newest && records.screening.length > stage.records.screening.length)
    await repeat(ending, records, newest);
}

/** All that a screening rests on, the ids of this copy aside. */
function inputsOf(records: Records, screening: Row): string {
  const facts = records.facts_version.find(({ version }) => version === screening['facts_version']);
  const { law_set_digest, mode, received_on, confirmations } = screening;
  return naiveJson([law_set_digest, mode, received_on, confirmations, facts?.['facts']]).replaceAll(
    UUID,
    'id',
  );
}
/** Copies of one dossier are often screened on the same inputs; a third repetition of them shows nothing new. */
const OFTEN_ENOUGH = 2;

async function repeat({ world, tally, repeated }: Ending, records: Records, screening: Row): Promise<void> {
  const inputs = inputsOf(records, screening);
  const times = (repeated.get(inputs) ?? 0) + 1;
  if (times > OFTEN_ENOUGH) return;
  repeated.set(inputs, times);
  const auditor = await world.as('thanhtra');
  const replay = await auditor.get<{ same: boolean; intact: boolean }>(
    `/api/v1/dossiers/${String(screening['dossier_id'])}/screenings/${String(screening['id'])}/replay`,
  );
  if (replay.status !== 200 || !replay.body.same || !replay.body.intact)
    throw new Broken(9, 'a screening cannot be repeated', replay.body);
  tally.checked(9, 'a screening repeated');
}

async function calendarOf({ world, calendars }: Ending, records: Records): Promise<Row[]> {
  const digest = dossierOf(records)['law_set_digest'];
  if (digest === null) return [];
  const known = calendars.get(digest);
  if (known) return known;
  const { rows } = await world.sql.query<{ calendar: Row[] }>(
    `SELECT content -> 'calendar' AS calendar FROM law_set WHERE digest = $1`,
    [digest],
  );
  const calendar = rows[0]?.calendar ?? [];
  calendars.set(digest, calendar);
  return calendar;
}
