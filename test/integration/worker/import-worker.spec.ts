import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { loadLawToRun } from '#dossiers';
import { demoOrganisation } from '#identity';
import { prepareJobs } from '#jobs';
import { civilDateOf } from '#kernel';
import { startWorker } from '../../../apps/worker/src/start-worker.js';
import { tellOfWorker } from '../../../apps/worker/src/tell-of-worker.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { HEADER, ImportSteps } from '../../support/import-steps.js';
import { xlsxFile } from '../../support/xlsx-builder.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'import_worker' });
  await prepareJobs(api.db.owner);
}, 60_000);
afterAll(() => api.close());

const until = async (done: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200 && !(await done()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
};

/** What the worker tells of itself at its own port. */
async function toldBy(port: number): Promise<Record<string, number | string | undefined>> {
  const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const lines = (await (await get('/metrics')).text()).split('\n');
  return {
    live: (await get('/health/live')).status,
    ready: (await get('/health/ready')).status,
    nowhere: (await get('/metrics/x')).status,
    ofProxy: (await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status,
    runs: lines.find((line) => line.startsWith('techgate_job_runs_total{name="clock-tick"')),
    queue: lines.find((line) => line.startsWith('techgate_jobs_waiting{queue="clock-tick"')),
  };
}

it('the worker picks up a list that waits, compares it with the dossiers, verifies the log when asked, and stops when it is told to', async () => {
  const ceramics = demoOrganisation('ceramics');
  const name = 'Nhà máy gốm sứ Cảng Mới';
  const facts = { ...CLEAN_FACTS, project: { ...CLEAN_FACTS.project, name } };
  const dossier = await aDossier(api).withFacts(facts).submitted().open();
  const clerk = new ImportSteps(api, await api.login('motcua1@demo.techgate.vn'));
  const rows = [HEADER, [name, ceramics.name, ceramics.taxCode, 12.5, '05/07/2026']];
  const { body } = await clerk.upload(xlsxFile([{ name: 'Danh sách', rows }]), 'danh-sach.xlsx');
  await clerk.preview(body.id);
  expect((await clerk.post(body.id, 'run', {})).body.state).toBe('queued');

  const auditor = await api.login('thanhtra@demo.techgate.vn');
  const verification = (await auditor.post<{ id: string }>('/api/v1/audit/verifications', {})).body;
  const verified = async () =>
    (await auditor.get<{ ok: boolean | null }>(`/api/v1/audit/verifications/${verification.id}`)).body.ok;
  const config = { ...api.config, figures: { host: '127.0.0.1', port: 0 } };
  const packs = await loadLawToRun(api.config, civilDateOf(api.clock.now()));
  const app = await NestFactory.createApplicationContext(WorkerModule.register(config, packs, api.clock), {
    logger: false,
    abortOnError: false,
  });
  const telling = await tellOfWorker(app, config);
  const worker = await startWorker(app, config, pino({ level: 'silent' }));
  const proposed = () =>
    runAs(api.db.superuser, 'SELECT dossier_id, state FROM project_match WHERE dossier_id = $1', [
      dossier.id,
    ]);
  await until(async () => (await proposed()).length > 0);
  await until(async () => (await verified()) !== null);
  expect(await verified()).toBe(true);
  const told = await toldBy(telling.port ?? 0);
  await worker.stop();
  await telling.stop();
  expect(told).toEqual({
    live: 200,
    ready: 200,
    nowhere: 404,
    ofProxy: 404,
    runs: 'techgate_job_runs_total{name="clock-tick",outcome="done"} 1',
    queue: 'techgate_jobs_waiting{queue="clock-tick"} 0',
  });
  expect((await clerk.get(body.id)).body).toMatchObject({ state: 'finished', progress: { inserted: 1 } });
  expect((await clerk.register()).map(({ name }) => name)).toEqual([name]);
  expect(await proposed()).toEqual([{ dossier_id: dossier.id, state: 'proposed' }]);
}, 60_000);
