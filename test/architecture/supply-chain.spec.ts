import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './cruise.js';

interface Lock {
  packages: Record<string, Record<string, unknown>>;
}
interface Advisory {
  name: string;
  title: string;
  url: string;
  severity: string;
  range: string;
}
interface Snapshot {
  fetchedAt: string | null;
  packagesDigest: string | null;
  advisories: Advisory[];
  accepted: { url: string; until: string; reason: string }[];
}
interface SupplyChain {
  packagesOf: (lock: Lock) => { name: string; version: string; ships: boolean }[];
  isPermissive: (expression: unknown) => boolean;
  withBundled: (lock: Lock, names: string[]) => Lock;
  packagesImported: (sources: string[]) => string[];
  isInRange: (version: string, range: string) => boolean;
  licenceFaults: (lock: Lock, manifestAt: (path: string) => unknown) => string[];
  auditFindings: (lock: Lock, snapshot: Snapshot, now: Date) => { faults: string[]; warnings: string[] };
  snapshotOf: (report: unknown, lock: Lock, accepted: Snapshot['accepted'], now: Date) => Snapshot;
}
const script = pathToFileURL(join(ROOT, 'scripts', 'supply-chain.mjs')).href;
const chain = (await import(script)) as SupplyChain;
const LOCK: Lock = {
  packages: {
    '': { name: 'p', dependencies: { a: '1' } },
    'node_modules/a': {
      version: '1.2.3',
      license: 'MIT',
      dependencies: { b: '2' },
      integrity: 'sha512-AAAA',
    },
    'node_modules/b': { version: '1.0.0', license: 'GPL-3.0', dev: true },
    'node_modules/a/node_modules/b': { version: '2.0.0', license: '(MIT OR GPL-3.0)' },
  },
};
const ADVISORY = { name: 'a', title: 'Bad', url: 'https://x/1', severity: 'high', range: '>=1.0.0 <1.3.0' };
const NOW = new Date('2026-11-25T00:00:00Z');
const snapshot = (changes: Partial<Snapshot> = {}): Snapshot => ({
  ...chain.snapshotOf({ vulnerabilities: { a: { via: [ADVISORY, 'b'] } } }, LOCK, [], NOW),
  ...changes,
});

describe('licences', () => {
  it.each<[string, boolean]>([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['MIT AND OFL-1.1', true],
    ['AGPL-3.0', false],
    ['UNLICENSED', false],
  ])('%s: %s', (expression, permissive) => expect(chain.isPermissive(expression)).toBe(permissive));

  it('are asked of what ships, and of that only', () => {
    const nothing = () => ({});
    expect(chain.licenceFaults(LOCK, nothing)).toEqual([]);
    const shipped: Lock = {
      packages: { ...LOCK.packages, 'node_modules/b': { version: '1.0.0', license: 'GPL-3.0' } },
    };
    expect(chain.licenceFaults(shipped, nothing)).toEqual(['b@1.0.0: GPL-3.0']);
  });
});

describe('what a bundle carries to browsers', () => {
  it('ships with all that it depends on, and nothing else becomes shipped', () => {
    const lock: Lock = {
      packages: {
        'node_modules/ui': { version: '1.0.0', license: 'MIT', dev: true, dependencies: { deep: '1' } },
        'node_modules/deep': { version: '1.0.0', license: 'GPL-3.0', dev: true },
        'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0', dev: true },
      },
    };
    expect(chain.licenceFaults(lock, () => ({}))).toEqual([]);
    const bundled = chain.withBundled(lock, ['ui', 'not-installed']);
    expect(chain.licenceFaults(bundled, () => ({}))).toEqual(['deep@1.0.0: GPL-3.0']);
  });
  it('is found from the imports of its sources', () => {
    const source =
      "import x from 'react'; import '@scope/css/a.css'; import('late/x.js'); import './near.js'; from '#lib'";
    expect(chain.packagesImported([source, "@import '@scope/other/b.css';"])).toEqual([
      'react',
      '@scope/css',
      'late',
      '@scope/other',
    ]);
  });
});

describe('advisories', () => {
  it.each<[string, string, boolean]>([
    ['1.2.3', '<1.2.3', false],
    ['1.2.2', '<1.2.3', true],
    ['1.2.3-beta.1', '<1.2.3', true],
    ['2.0.5', '>=1.0.0 <1.2.0 || >= 2.0.0 < 2.1.0', true],
    ['1.5.0', '>=1.0.0 <1.2.0 || >=2.0.0 <2.1.0', false],
    ['10.0.0', '>9.0.0', true],
    ['1.0.0', '*', true],
    ['1.0.0', '1.0.0', true],
  ])('%s in %s: %s', (version, range, is) => expect(chain.isInRange(version, range)).toBe(is));

  it('in a form that nobody understands stop the check instead of passing it', () => {
    expect(() => chain.isInRange('1.0.0', '^1.0.0')).toThrow('not understood');
  });

  it('against what ships are faults, until somebody accepts them for a time', () => {
    expect(chain.auditFindings(LOCK, snapshot(), NOW).faults).toEqual(['a@1.2.3: high, Bad (https://x/1)']);
    const accepted = [{ url: ADVISORY.url, until: '2026-12-01', reason: 'not reachable' }];
    expect(chain.auditFindings(LOCK, snapshot({ accepted }), NOW)).toMatchObject({
      faults: [],
      warnings: [expect.stringContaining('Bad')],
    });
    const later = new Date('2026-12-02T00:00:00Z');
    expect(chain.auditFindings(LOCK, snapshot({ accepted }), later).faults).toHaveLength(1);
  });

  it('that were never fetched, are old, or are about other packages, are told', () => {
    const found = (changes: Partial<Snapshot>, now = NOW) =>
      chain.auditFindings(LOCK, snapshot({ advisories: [], ...changes }), now);
    expect(found({})).toEqual({ faults: [], warnings: [] });
    expect(found({}, new Date('2026-12-15T00:00:00Z')).warnings.join()).toContain('20 days old');
    expect(found({ packagesDigest: 'x' }).warnings.join()).toContain('packages have changed');
  });

  it.each<[string, Partial<Snapshot>, Date, string]>([
    ['were never fetched', { fetchedAt: null }, NOW, 'nothing is known'],
    ['are older than 30 days', {}, new Date('2026-12-26T00:00:00Z'), '31 days old'],
  ])('that %s fail, unless that is accepted with a reason and an end', (_, changes, now, fault) => {
    const found = (accepted: Snapshot['accepted']) =>
      chain.auditFindings(LOCK, snapshot({ advisories: [], ...changes, accepted }), now);
    expect(found([]).faults).toEqual([expect.stringContaining(fault)]);
    const exception = { url: 'no-snapshot', until: '2026-12-31', reason: 'no registry here' };
    expect(found([exception])).toEqual({
      faults: [],
      warnings: [expect.stringMatching(new RegExp(`${fault}.*until 2026-12-31: no registry here`))],
    });
    expect(found([{ ...exception, until: '2026-11-24' }]).faults).toHaveLength(1);
    expect(found([{ ...exception, until: 'some day' }]).faults).toHaveLength(1);
    expect(found([{ ...exception, reason: ' ' }]).faults).toHaveLength(1);
  });

  it('that are fetched end the exception that there are none', () => {
    const accepted = [
      { url: 'no-snapshot', until: '2026-12-31', reason: 'no registry' },
      { url: ADVISORY.url, until: '2026-12-31', reason: 'not reachable' },
    ];
    expect(chain.snapshotOf({}, LOCK, accepted, NOW).accepted).toEqual(accepted.slice(1));
  });
});
