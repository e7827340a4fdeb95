import { demoOrganisation } from '#identity';
import { logBackup } from '../../apps/cli/src/backup/log-backup.js';
import { ApiClient } from './api-client.js';
import { emailOf } from './dossier-driver.js';
import { HEADER, ImportSteps } from './import-steps.js';
import { eventually } from './process-house.js';
import { type WatchedProcesses } from './watched-processes.js';

export const LISTED = 'Nhà máy Danh Mục Riêng';
const GUESSED = { fileCode: 'H49.11-990101-9999', secret: 'SECR-ETGU-ESSE-D777-7777-7777' };
const WRONG = 'mat-khau-doan-mo-1';

/** A list that waits for a worker, a checkpoint and a backup. */
export async function leaveWork({ api, db }: WatchedProcesses): Promise<void> {
  const { name, taxCode } = demoOrganisation('ceramics');
  const clerk = new ImportSteps(api.asTestApi, await api.login(emailOf('motcua1')));
  const id = await clerk.previewed([[LISTED, name, taxCode, 12.5, '05/07/2026']]);
  await clerk.post(id, 'run');
  await (await api.login(emailOf('thanhtra'))).post('/api/v1/audit/checkpoints', {});
  const manifest = { takenAt: new Date().toISOString(), checkpoint: 1, version: '0', keys: { form: 'none' } };
  await logBackup(db.app, { digest: '0'.repeat(64), manifest } as never);
}

/** A worker whose first round of clocks fails; then it brings the list in and verifies the log. */
export async function letWork(house: WatchedProcesses): Promise<void> {
  await house.sql('ALTER TABLE condition_alarm RENAME TO condition_alarm_away');
  house.start('worker');
  await eventually('a job failed', () => house.text('worker').includes('job failed'));
  await house.sql('ALTER TABLE condition_alarm_away RENAME TO condition_alarm');
  const auditor = await house.api.login(emailOf('thanhtra'));
  await auditor.post('/api/v1/audit/verifications', {});
  await eventually('the log is verified and the list is in', async () => {
    const [row] = await house.sql(
      `SELECT (SELECT count(*) FROM audit_verification WHERE state = 'finished')
            + (SELECT count(*) FROM project_import WHERE state = 'finished') = 2 AS done`,
    );
    return row?.['done'] === true;
  });
}

/** A request that fails, with words of its own everywhere. */
export async function failOnce(house: WatchedProcesses, headers: Record<string, string>): Promise<void> {
  const auditor = await house.api.login(emailOf('thanhtra'));
  await house.sql('ALTER TABLE dossier RENAME TO dossier_away');
  await auditor.get('/api/v1/dossiers?q=tim-kiem-rieng', headers);
  await house.sql('ALTER TABLE dossier_away RENAME TO dossier');
  await auditor.get('/api/v1/dossiers/Duong-Dan-Rieng', headers);
}

/** Guesses at passwords and tracking secrets until each is held off; nobody can sign in any more afterwards. */
export async function guess({ api, sql }: Pick<WatchedProcesses, 'api' | 'sql'>): Promise<void> {
  const stranger = new ApiClient(api.app);
  const nearlyLocked = (kind: string, failures: number) =>
    sql('UPDATE sign_in_throttle SET failed_count = $2 WHERE kind = $1', kind, failures);
  const signIn = (email: string) => stranger.post('/api/v1/auth/login', { email, password: WRONG });
  await signIn('nguoi-la@example.vn');
  await nearlyLocked('account', 9);
  for (const email of ['nguoi-la@example.vn', 'nguoi-la@example.vn']) await signIn(email);
  await nearlyLocked('address', 40);
  for (const email of ['mot@example.vn', 'hai@example.vn']) await signIn(email);
  const follow = (body: object) => stranger.post('/api/v1/public/tracking', body);
  await follow(GUESSED);
  await nearlyLocked('tracking_code', 20);
  for (const body of [GUESSED, GUESSED, ...Array.from({ length: 20 }, () => ({}))]) await follow(body);
}

/** Whatever of the above must be found nowhere else. */
export const GUESSES = [
  'nguoi-la',
  WRONG,
  GUESSED.fileCode,
  GUESSED.secret,
  'tim-kiem-rieng',
  'Duong-Dan-Rieng',
  LISTED,
  HEADER[0],
];
