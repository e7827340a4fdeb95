import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { loadLawToRun } from '#dossiers';
import { prepareJobs } from '#jobs';
import { civilDateOf } from '#kernel';
import { startWorker } from '../../../apps/worker/src/start-worker.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { startTestApi, type TestApi } from '../../support/api.js';
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

it('the worker picks up a list that waits, and stops when it is told to', async () => {
  const clerk = new ImportSteps(api, await api.login('motcua1@demo.techgate.vn'));
  const rows = [HEADER, ['Xi măng Đá Bạc', 'Công ty Đá Bạc', null, 12.5, '05/07/2026']];
  const { body } = await clerk.upload(xlsxFile([{ name: 'Danh sách', rows }]), 'danh-sach.xlsx');
  await clerk.preview(body.id);
  expect((await clerk.post(body.id, 'run', {})).body.state).toBe('queued');

  const packs = await loadLawToRun(api.config, civilDateOf(api.clock.now()));
  const app = await NestFactory.createApplicationContext(
    WorkerModule.register(api.config, packs, api.clock),
    {
      logger: false,
      abortOnError: false,
    },
  );
  const worker = await startWorker(app, api.config, pino({ level: 'silent' }));
  await until(async () => (await clerk.get(body.id)).body.state === 'finished');
  await worker.stop();
  expect((await clerk.get(body.id)).body).toMatchObject({ state: 'finished', progress: { inserted: 1 } });
  expect((await clerk.register()).map(({ name }) => name)).toEqual(['Xi măng Đá Bạc']);
}, 60_000);
