import { readFileSync } from 'node:fs';
import { type TestApi } from './api.js';
import { aDossier, OLD_MACHINE_FACTS } from './dossier-builder.js';
import { type DossierDriver, emailOf } from './dossier-driver.js';

/** One file for everything that is uploaded: equal content is stored once. */
const PAPER = readFileSync('test/fixtures/files/letter.pdf');

/**
 * A small history of an installation through the API: dossiers in several states, letters issued and drafted, documents,
 * opinions, clocks that run and stand, refusals, a project of the register, a signed checkpoint. Returns the dossiers.
 */
export async function playHistory(api: TestApi): Promise<DossierDriver[]> {
  const issued = await aDossier(api).named('Nhà máy gốm Hồng Lam').issued().open();
  const stopped = await aDossier(api)
    .asRequest()
    .named('Nhà máy gạch Đông Sơn')
    .submitted()
    .supplementRequested()
    .open();
  const reviewed = await aDossier(api)
    .withFacts(OLD_MACHINE_FACTS)
    .named('Xưởng ép nhựa Tây Hồ')
    .underReview()
    .open();
  await reviewed.upload('chuyenvien1', PAPER);
  await reviewed.send('giamdoc', 'approve', {});
  const draft = await aDossier(api).named('Dự án mới lập').open();
  const clerk = await api.login(emailOf('motcua1'));
  const project = await clerk.post('/api/v1/projects', {
    name: 'Nhà máy gốm Hồng Lam',
    investorName: 'Công ty Gốm sứ Minh Giang',
    policyDecidedOn: '2026-03-02',
  });
  if (project.status !== 201) throw new Error(`project: ${JSON.stringify(project.body)}`);
  await takeCheckpoint(api);
  return [issued, stopped, reviewed, draft];
}

/** A signed checkpoint over everything so far. */
export async function takeCheckpoint(api: TestApi): Promise<void> {
  const auditor = await api.login(emailOf('thanhtra'));
  const { status, body } = await auditor.post('/api/v1/audit/checkpoints');
  if (status >= 300) throw new Error(`checkpoint: ${JSON.stringify(body)}`);
}
