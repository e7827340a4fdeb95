import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, ROOT } from './cruise.js';

const FIXTURES = join(ROOT, 'test', 'architecture', 'fixtures', 'boundaries');
const layer = (lib: string, other: string) =>
  `layer-of-${lib}: libs/${lib}/src/against-the-layers.ts -> libs/${other}/src/index.ts`;

// Each line is a planted violation; the fixture tree also holds imports that are allowed and must not appear.
const PLANTED = [
  'apps-apart: apps/api/src/with-worker.ts -> apps/worker/src/worker.ts',
  'contracts-import-nothing: libs/contracts/src/against-the-layers.ts -> libs/kernel/src/index.ts',
  'domain-imports-no-database: libs/dossiers/src/domain/with-database.ts -> libs/database/src/index.ts',
  'libs-through-index: apps/api/src/past-the-index.ts -> libs/kernel/src/inner.ts',
  'libs-without-apps: libs/jobs/src/with-worker.ts -> apps/worker/src/worker.ts',
  'no-cycles: libs/deadlines/src/cycle-back.ts -> libs/deadlines/src/cycle-there.ts',
  'nothing-unresolvable: apps/api/src/unresolvable.ts -> ./absent.js',
  'product-without-tests: libs/identity/src/with-test.ts -> test/support/builder.ts',
  'pure-code-without-frameworks: libs/audit/src/domain/with-typeorm.ts -> typeorm',
  'pure-code-without-frameworks: libs/workflow/src/with-nest.ts -> @nestjs/common',
  'pure-code-without-the-system: libs/screening/src/with-files.ts -> fs',
  'reporting-reads-views: libs/reporting/src/against-the-layers.ts -> libs/casework/src/index.ts',
  'reporting-reads-views: libs/reporting/src/with-dossiers.ts -> libs/dossiers/src/index.ts',
  'web-imports-contracts-only: apps/web/src/with-kernel.ts -> libs/kernel/src/index.ts',
  layer('contracts', 'kernel'),
  layer('kernel', 'law'),
  layer('law', 'workflow'),
  layer('deadlines', 'law'),
  layer('workflow', 'screening'),
  layer('screening', 'database'),
  layer('observability', 'audit'),
  layer('database', 'audit'),
  layer('live', 'audit'),
  layer('audit', 'identity'),
  layer('jobs', 'dossiers'),
  layer('configuration', 'jobs'),
  layer('identity', 'documents'),
  layer('documents', 'letters'),
  layer('dossiers', 'casework'),
  layer('assignments', 'letters'),
  layer('appraisal', 'casework'),
  layer('letters', 'appraisal'),
  layer('notifications', 'casework'),
  layer('projects', 'casework'),
  layer('reporting', 'casework'),
  layer('casework', 'demo'),
].sort();

interface CruiserConfig {
  forbidden: { name: string }[];
}

describe('the boundaries of docs/boundaries.md', () => {
  it('are each noticed when they are broken, and nothing else is', () => {
    expect(cruise(FIXTURES, ['apps', 'libs']).violations).toEqual(PLANTED);
  });

  it('have a planted violation for every rule', async () => {
    const { default: config } = (await import(pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href)) as {
      default: CruiserConfig;
    };
    const rules = new Set(config.forbidden.map(({ name }) => name));
    expect(new Set(PLANTED.map((line) => line.slice(0, line.indexOf(':'))))).toEqual(rules);
  });
});
