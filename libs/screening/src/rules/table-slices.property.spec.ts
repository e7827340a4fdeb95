import { fileURLToPath } from 'node:url';
import { ZenEngine } from '@gorules/zen-engine';
import fc from 'fast-check';
import { type DecisionModel, loadAllPacks } from '#law';
import { drawn } from '../../../../test/support/seed.js';
import { type JudgedRow, judgeGroup, judgeRows, type Row } from './decision-engine.js';
import { tableSlices } from './table-slices.js';

const PACKS = fileURLToPath(new URL('../../../law/packs', import.meta.url));
const MODELS = loadAllPacks(PACKS).flatMap(({ models }) => models);

const kind = fc.constantFrom('QCVN', 'TCVN', 'JIS', 'G7', 'TCCS', '');
const field = fc.constantFrom('safety', 'energy', 'environment');
const result = fc.record({ field, kind, result: fc.constantFrom('met', 'failed') });
const site = fc.record({
  country: fc.constantFrom('JP', 'DE', 'CN', 'VN'),
  site: fc.constantFrom('a', 'b', 'c'),
});
const pct = fc.constantFrom(null, 0, 3, 5, 14.999999, 15, 15.000001, 79.9, 84.999999, 85, 90, 120);
const flag = fc.boolean();
/** Every column that any of our tables knows, with values on and beside their limits, and one that none knows. */
const columns: Record<string, fc.Arbitrary<Row[string]>> = {
  subject: fc.constantFrom('line', 'equipment'),
  condition: fc.constantFrom('new', 'used', 'unknown'),
  acquisition: fc.constantFrom('imported', 'domestic'),
  ...Object.fromEntries(
    ['decides', 'inLine', 'relief', 'inUsedLine', 'accepted', 'dated'].map((of) => [of, flag]),
  ),
  ...Object.fromEntries(
    ['standard', 'capacity', 'consumption'].flatMap((of) => [
      [`${of}HasData`, flag],
      [`${of}Unproven`, flag],
    ]),
  ),
  ...Object.fromEntries(
    ['capacity', 'efficiency', 'consumption'].flatMap((of) =>
      [of, `${of}Low`, `${of}High`].map((name) => [name, pct]),
    ),
  ),
  chapter: fc.constantFrom('84', '85', '39', 'unknown'),
  heading: fc.constantFrom('8477', '8456', '8429', '8701', 'unknown'),
  subheading: fc.constantFrom('847710', '845611', '842952', 'unknown'),
  ageYears: fc.constantFrom(null, -1, 0, 5, 9, 10, 11, 14, 15, 16, 20, 21),
  standards: fc.array(kind, { maxLength: 3 }),
  results: fc.array(result, { maxLength: 4 }),
  oecdSites: fc.option(fc.array(site, { maxLength: 3 })),
  listStatus: fc.constantFrom('prohibited', 'restricted', 'open', 'not_loaded', 'unnamed', 'clear'),
  kind: fc.constantFrom('inspection_certificate', 'catalogue', 'declaration'),
  remark: fc.string(),
};
const rowsOf = fc.array(fc.record(columns), { minLength: 1, maxLength: 12 });

async function wholeAnswers(content: object, rows: readonly Row[]): Promise<JudgedRow[]> {
  const { result: answer } = await new ZenEngine().createDecision(content).evaluate({ rows });
  return (answer as { rows: JudgedRow[] }).rows;
}
const only = (answer: JudgedRow, groups: readonly string[]): JudgedRow =>
  Object.fromEntries(groups.map((group) => [group, answer[group]]));
const groupsOf = ({ content }: DecisionModel): string[] =>
  (tableSlices(content as object) ?? []).flatMap(({ groups }) => groups);

describe('the tables of a model asked one by one', () => {
  test.each(MODELS)('$id answers what the whole model answers, of each row', async (model) => {
    const groups = groupsOf(model);
    expect(groups.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(rowsOf, async (rows) => {
        const whole = (await wholeAnswers(model.content as object, rows)).map((answer) =>
          only(answer, groups),
        );
        expect(await judgeRows(model, rows)).toEqual(whole);
      }),
      drawn(60),
    );
  });

  test.each(MODELS)('$id answers of a group alone what the whole model answers of it', async (model) => {
    await fc.assert(
      fc.asyncProperty(rowsOf, fc.constantFrom(...groupsOf(model)), async (rows, group) => {
        const whole = await wholeAnswers(model.content as object, rows);
        const alone = await judgeGroup(model, group, rows);
        expect(alone.map((answer) => answer[group])).toEqual(whole.map((answer) => answer[group]));
      }),
      drawn(40),
    );
  });
});
