import { prepareBench } from '../support/sequences/bench.js';
import { search } from '../support/sequences/search.js';
import { SUITES } from '../support/sequences/suites.js';
import { startWorld } from '../support/sequences/world.js';
import { MUTATIONS } from './mutations.js';

/** What became of one mutation in one suite; `claim` is empty where nothing was found, `index` null before the first. */
export interface Played {
  index: number | null;
  claim: string;
  sequences: number;
}
const suite = process.argv[2] as keyof typeof SUITES;
const runs = Number(process.env['RUNS']);
const tell = (played: Played): void => void process.send?.(played);

const world = await startWorld(`mutations_${suite}`);
const bench = await prepareBench(world, SUITES[suite]);

/** Plays the sequences of `npm test` with one mutation, to the first that breaks an invariant. */
async function play(index: number): Promise<void> {
  const { sql, undo } = MUTATIONS[index] ?? {};
  if (sql) await world.sql.query(sql);
  Object.assign(globalThis, { broken: index });
  const { error, played } = await search(bench, { runs, shortest: false });
  Object.assign(globalThis, { broken: undefined });
  if (undo) await world.sql.query(undo);
  tell({ index, claim: error?.message.split('\n')[0] ?? '', sequences: played });
}
process.on('message', (index: number) => void play(index));
process.once('disconnect', () => process.exit(0));
tell({ index: null, claim: '', sequences: 0 });
