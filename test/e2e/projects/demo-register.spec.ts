import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { emailOf } from '../../support/dossier-driver.js';
import { ImportSteps } from '../../support/import-steps.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
interface Figures {
  total: {
    figures: Record<string, { count: number; query: string }>;
    ratio: { numerator: number; denominator: number } | null;
  };
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'projects_demo_register', now: new Date('2026-11-20T02:00:00.000Z') });
});
afterAll(() => api.close());

/** Names that the dossiers of the demonstration give their projects. */
function namesOfDossiers(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return namesOfDossiers(`${folder}/${entry.name}`);
    if (!entry.name.endsWith('.json')) return [];
    const { facts } = JSON.parse(readFileSync(`${folder}/${entry.name}`, 'utf8')) as {
      facts?: Record<string, { project?: { name?: string } }>;
    };
    return Object.values(facts ?? {}).flatMap(({ project }) =>
      project?.name === undefined ? [] : [project.name],
    );
  });
}

test('the demonstration register is read without a fault and shows a coverage that is not whole', async () => {
  const clerk = await api.login(emailOf('motcua1'));
  const steps = new ImportSteps(api, clerk);
  const uploaded = await steps.upload(
    readFileSync(`${FIXTURES}/projects/register-2026.csv`),
    'register-2026.csv',
  );
  const sheet = uploaded.body.sheets[0];
  const mapping = Object.fromEntries(
    (sheet?.columns ?? []).flatMap(({ field, column }) => (field === null ? [] : [[field, column]])),
  );
  expect(Object.keys(mapping)).toHaveLength(16);
  const preview = await steps.preview(uploaded.body.id, {
    sheet: sheet?.name,
    headerRow: sheet?.headerRow,
    mapping,
    units: { capital: 'vnd' },
  });
  expect(preview.body.import.counts).toMatchObject({ faulty: 0 });
  await steps.post(uploaded.body.id, 'run', {
    undecidedInFile: 'import_as_new',
    undecidedInRegister: 'skip',
  });
  await steps.work();
  const auditor = await api.login(emailOf('thanhtra'));
  const { body } = await auditor.get<Figures>('/api/v1/projects/coverage');
  expect(body.total.figures['all']?.count).toBe(200);
  expect(body.total.figures['missed']?.count).toBeGreaterThan(40);
  expect(body.total.ratio).toMatchObject({ numerator: 0, denominator: 200 });
  for (const name of namesOfDossiers(`${FIXTURES}/dossiers`)) {
    const found = await auditor.get<{ items: { name: string }[] }>(
      `/api/v1/projects?q=${encodeURIComponent(name)}`,
    );
    expect({ name, found: found.body.items.some((item) => item.name === name) }).toEqual({
      name,
      found: true,
    });
  }
}, 120_000);
