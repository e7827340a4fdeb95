import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type ScreeningResult, type TechnologyFacts } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { type ScreeningInput, screen } from '#screening';
import { lawSetFromPacks } from './law-set-from-packs.js';

/** Screenings that each rule shell stored, a file for each, made by the code of that shell; how to add one: docs/how-to/add-a-rule.md. */
export const CORPUS = 'test/fixtures/screenings';
interface Kept extends Omit<ScreeningInput, 'lawSet'> {
  /** Place of the law set in the corpus: hundreds of screenings share a few of them. */
  law: number;
  result: ScreeningResult;
}
interface Corpus {
  laws: ScreeningLaw[];
  screenings: Kept[];
}

const DAYS = ['2024-03-01', '2026-07-01', '2027-03-01'] as CivilDate[];
const SIZE = 150;
const COUNTRIES = ['DE', 'JP', 'CN', 'UK', 'EU'];

/** Numbers below one in a fixed row, so that a corpus made again by the same code is the same. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
type Chance = () => number;
const oneOf = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;

/** A word as people slip: two letters swapped, with and without another one beside them, one dropped or doubled. */
function slipped(chance: Chance, word: string): string {
  if (word.length < 4) return word;
  const at = Math.floor(chance() * (word.length - 1));
  const [before, a, b, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  const more = oneOf(chance, ['n', 'q', 'g']);
  return `${before}${oneOf(chance, [`${b}${a}`, `${b}${a}${more}`, `${more}${b}${a}`, a, `${a}${a}${b}`])}${after}`;
}

const nameOf = (chance: Chance, law: ScreeningLaw): string => {
  const row = oneOf(chance, law.lists.rows);
  const name = oneOf(chance, [row.nameVi, row.nameEn, ...row.synonyms]);
  return name
    .split(' ')
    .map((word) => (chance() < 0.35 ? slipped(chance, word) : word))
    .join(' ')
    .slice(0, 180);
};

const lineOf = (chance: Chance, law: ScreeningLaw, id: string) => ({
  ...{ id, technologyName: nameOf(chance, law), condition: oneOf(chance, ['new', 'used'] as const) },
  ...{ standards: ['QCVN'], actualCapacityPct: { value: 80 + Math.floor(chance() * 20), uncertainty: 1 } },
  ...{ consumptionOverDesignPct: { value: Math.floor(chance() * 25), uncertainty: 0 } },
  oecdSites: [1, 2, 3].map((site) => ({ country: oneOf(chance, COUNTRIES), site: `${site}` })),
});
const machineOf = (chance: Chance, id: string, lineRef: string) => ({
  ...{ id, lineRef, name: 'Máy', hsCode: oneOf(chance, ['84771039', '84178000', '84743210']) },
  ...{ condition: oneOf(chance, ['new', 'used'] as const), yearMade: 2000 + Math.floor(chance() * 24) },
  ...{ plannedArrivalYear: 2026, efficiencyPct: { value: 60 + Math.floor(chance() * 40), uncertainty: 2 } },
});

function factsOf(chance: Chance, law: ScreeningLaw): TechnologyFacts {
  const lines = ['a', 'b'].map((id) => lineOf(chance, law, id));
  const equipment = ['m', 'n'].map((id) => machineOf(chance, id, oneOf(chance, ['a', 'b'])));
  return { project: { environmentalGroup: oneOf(chance, ['I', 'II', 'III']) }, lines, equipment };
}

/** Screens generated facts by the code that is here and keeps what came out. */
export async function makeCorpus(shell: string): Promise<void> {
  const chance = chanceFrom(20_261_126);
  const sets = DAYS.map((on, at) => ({
    on,
    law: lawSetFromPacks(at === 2 ? 'determination' : 'opinion', on, 'demonstration'),
  }));
  const screenings: Kept[] = [];
  for (let made = 0; made < SIZE; made += 1) {
    const law = made % sets.length;
    const { on, law: lawSet } = sets[law] as (typeof sets)[number];
    const given = { mode: lawSet.mode, facts: factsOf(chance, lawSet), confirmations: [], receivedOn: on };
    screenings.push({ law, ...given, result: await screen({ lawSet, ...given }) });
  }
  const corpus: Corpus = { laws: sets.map(({ law }) => law), screenings };
  writeFileSync(`${CORPUS}/shell-${shell}.json.gz`, gzipSync(JSON.stringify(corpus), { level: 9 }));
}

/** The screenings of a file of the corpus, as they were stored. */
export function readCorpus(file: string): { input: ScreeningInput; result: ScreeningResult }[] {
  const text = gunzipSync(readFileSync(`${CORPUS}/${file}`)).toString();
  const { laws, screenings } = JSON.parse(text) as Corpus;
  return screenings.map(({ law, result, ...rest }) => ({
    input: { ...rest, lawSet: laws[law] as ScreeningLaw },
    result,
  }));
}
