import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptanceCases, COMMITTED_CASES, sharedCasesFolder } from '../support/acceptance-cases.js';

const NAMES = ['clocks', 'screening', 'routes'] as const;
const shared = sharedCasesFolder();
const itWhereShared = shared === null ? it.skip : it;
const keptEnvironment = process.env.TECHGATE_CASES;

afterEach(() => {
  if (keptEnvironment === undefined) delete process.env.TECHGATE_CASES;
  else process.env.TECHGATE_CASES = keptEnvironment;
});

describe('the committed copies of the acceptance cases', () => {
  itWhereShared.each(NAMES)('%s is byte for byte the shared file', (name) => {
    const copy = readFileSync(join(COMMITTED_CASES, `${name}.json`));
    expect(copy.equals(readFileSync(join(shared ?? '', `${name}.json`)))).toBe(true);
  });

  it('can be read by name, from the folder that the environment names', () => {
    process.env.TECHGATE_CASES = COMMITTED_CASES;
    expect(sharedCasesFolder()).toBe(COMMITTED_CASES);
    expect(acceptanceCases('screening').cases.length).toBeGreaterThan(0);
    expect(acceptanceCases('routes').routes.length).toBeGreaterThan(0);
  });

  it('do not stand in for a named folder that does not exist', () => {
    process.env.TECHGATE_CASES = join(COMMITTED_CASES, 'absent');
    expect(() => acceptanceCases('clocks')).toThrow('TECHGATE_CASES');
  });
});
