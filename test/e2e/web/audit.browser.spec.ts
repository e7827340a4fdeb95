import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import {
  appendAudit,
  Checkpoints,
  type EvidenceFile,
  SYSTEM_CHAIN_ID,
  VerificationRuns,
  verifyExport,
} from '#audit';
import { UnitOfWork } from '#database';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { verifyEvidence } from '../../../apps/web/src/pages/audit/verification/verify-evidence.js';
import { tamper } from '../../integration/audit/audit-fixture.js';
import { aDossier } from '../../support/dossier-builder.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

const AUDITOR = 'thanhtra@demo.techgate.vn';
let web: TestWeb;
let dossierId: string;
let fileCode: string;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_audit' });
  const dossier = await aDossier(web.api).accepted().open();
  dossierId = dossier.id;
  await dossier.upload('motcua1', Buffer.from('%PDF-1.4\n%%EOF\n'));
  await dossier.send('motcua1', 'accept');
  fileCode = (await dossier.seen()).fileCode ?? '';
}, 120_000);
afterAll(() => web.close());

const exported = async () => {
  const auditor = await web.api.login(AUDITOR);
  const { body } = await auditor.get<EvidenceFile>(`/api/v1/dossiers/${dossierId}/audit/export`);
  const key = await web.api.anonymous.get<{ pem: string }>('/api/v1/audit/public-key');
  return { text: JSON.stringify(body), pem: key.body.pem };
};
const intact = (page: Page) => page.getByRole('heading', { name: 'Nguyên vẹn', exact: true }).waitFor();

describe('the auditor in the browser', () => {
  test('finds the log of a dossier by its file code, reads it in words, verifies it here, keeps the file, verifies that', async () => {
    const { page, faults } = await web.open('/audit', { as: AUDITOR });
    await page.getByRole('tab', { name: 'Một hồ sơ' }).click();
    await page.getByLabel('Mã hồ sơ hoặc tên dự án').fill(fileCode);
    await page.getByRole('link', { name: fileCode }).click();
    const log = page.getByRole('list', { name: 'Một hồ sơ' });
    await log.getByText('Tiếp nhận hồ sơ hợp lệ').first().waitFor();
    const told = await log.innerText();
    expect(told).toContain('Đỗ Văn Khải');
    // A refusal is told by act and reason; nowhere is there a code.
    expect(told.replaceAll(/\s+/g, ' ')).toMatch(
      /lý do bị từ chối: \p{Lu}[^:]* lệnh: Tiếp nhận hồ sơ hợp lệ/u,
    );
    expect(told.match(/\b[a-z]+_[a-z_]+\b/g)).toBeNull();
    await page.getByLabel('Việc').selectOption({ label: 'Mở hồ sơ' });
    await page.waitForURL((address) => address.searchParams.get('action') === 'dossier.created');
    expect(await log.getByRole('listitem').count()).toBe(1);
    await page.getByRole('button', { name: 'Kiểm chứng ngay trên máy này' }).click();
    await intact(page);
    await keepPicture(page, 'audit-dossier');
    await expectAccessible(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp chứng cứ' }).click();
    const kept = await (await downloading).path();
    await page.getByRole('tab', { name: 'Kiểm chứng tệp' }).click();
    const choose = async (buffer: Buffer, name = 'chung-cu.json') => {
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
      await page.getByRole('button', { name: 'Kiểm chứng tệp' }).click();
    };
    await choose(await readFile(kept));
    await intact(page);
    const damaged = JSON.parse(await readFile(kept, 'utf8')) as EvidenceFile;
    Object.assign(damaged.entries[0] ?? {}, { actorRole: 'admin' });
    await choose(Buffer.from(JSON.stringify(damaged)));
    await page.getByText('Một trường của dòng này bị sửa sau khi ghi').waitFor();
    await keepPicture(page, 'audit-verify');
    await expectAccessible(page);
    await choose(Buffer.from('no evidence'));
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'Tệp này không phải tệp chứng cứ của TechGate' }).waitFor();
    await choose(Buffer.alloc(0), 'rong.json');
    await alert.filter({ hasText: 'Tệp rỗng' }).waitFor();
    await choose(Buffer.from('{"a":1}'), 'khac.json');
    await alert.filter({ hasText: 'Tệp này không phải tệp chứng cứ của TechGate' }).waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  test('takes a checkpoint after confirming it, sees its signature checked here, and finds that in the log of the system', async () => {
    const { page, faults } = await web.open('/audit?part=checkpoints', { as: AUDITOR, scheme: 'dark' });
    await page.getByRole('button', { name: 'Lập điểm chốt ngay' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lập điểm chốt ngay' }).click();
    await page.getByText(/^Đã lập điểm chốt/).waitFor();
    await page.getByRole('cell', { name: 'Đúng' }).first().waitFor();
    await page.getByText('Khóa công khai của hệ thống').click();
    await page.getByLabel('Mã bạn biết từ nơi khác').fill('00');
    await page.getByText(/^KHÁC NHAU/).waitFor();
    await keepPicture(page, 'audit-checkpoints');
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Toàn hệ thống' }).click();
    await page.getByLabel('Việc').selectOption({ label: 'Lập điểm chốt' });
    await page.getByRole('listitem').filter({ hasText: 'Nghiêm Thị Mai' }).first().waitFor();
    await keepPicture(page, 'audit-system');
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 90_000);

  test('fits a phone, speaks English; a head has the logs of dossiers only', async () => {
    const phone = await web.open(`/audit?dossier=${dossierId}`, { as: AUDITOR, width: 360, language: 'en' });
    await phone.page.getByRole('listitem').filter({ hasText: 'Dossier opened' }).waitFor();
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
    await keepPicture(phone.page, 'audit-phone');
    const head = await web.open('/audit', { as: 'truongphong1@demo.techgate.vn' });
    await head.page.getByRole('heading', { name: 'Chọn hồ sơ để đọc nhật ký' }).waitFor();
    expect(await head.page.getByRole('tab', { name: 'Toàn hệ thống' }).count()).toBe(0);
  }, 90_000);

  test('the verification of the browser says of every damage what that of the server says', async () => {
    const { text, pem } = await exported();
    const damages: ((file: EvidenceFile) => void)[] = [
      () => undefined,
      (file) => void Object.assign(file.entries[1] ?? {}, { actorRole: 'admin' }),
      (file) => void file.entries.splice(1, 1),
      (file) => void file.entries.pop(),
      (file) => void file.payloads.splice(0, 1),
      (file) => void Object.assign(file.payloads[0] ?? {}, { payload: { other: true } }),
      (file) => void file.proofs.splice(0, 1),
      (file) => void Object.assign(file.proofs[0] ?? {}, { index: 0, path: [] }),
      (file) => void Object.assign(file.checkpoints[0] ?? {}, { size: 9_999 }),
      (file) => void Object.assign(file.checkpoints.at(-1) ?? {}, { signature: 'AAAA' }),
      (file) => void Object.assign(file.seal, { seq: 1 }),
      (file) => void file.documents.push({ kind: 'document', id: 'x', sha256: 'ab'.repeat(32), seq: 1 }),
      (file) => void Object.assign(file.entries[0] ?? {}, { more: 1 }),
    ];
    for (const damage of damages) {
      const file = JSON.parse(text) as EvidenceFile;
      damage(file);
      const ours = (await verifyEvidence(file, [pem])).faults.map((fault) => fault.reason);
      expect(ours.sort()).toEqual(
        verifyExport(file, [pem])
          .faults.map(({ reason }) => reason)
          .sort(),
      );
      expect(ours.length === 0).toBe(damage === damages[0]);
    }
  }, 60_000);

  test('a long chain is verified with a progress that is seen, and a verification that is stopped gives no verdict', async () => {
    await lengthenSystemChain(500);
    const { page, faults } = await web.open('/audit', { as: AUDITOR });
    // What the bar says is kept as it is drawn: nothing here waits for a time.
    await page.evaluate(KEEP_PROGRESS);
    await page.getByRole('button', { name: 'Kiểm chứng ngay trên máy này' }).click();
    await intact(page);
    const shown = await page.evaluate<number[]>('window.shownProgress');
    expect(shown.some((percent) => percent > 0 && percent < 100)).toBe(true);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    await keepPicture(page, 'audit-system');
    await expectAccessible(page);
    expect(faults).toEqual([]);

    const auditor = await web.api.login(AUDITOR);
    const { body } = await auditor.get<EvidenceFile>('/api/v1/audit/export');
    const { pem } = (await web.api.anonymous.get<{ pem: string }>('/api/v1/audit/public-key')).body;
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number, total: number) => {
      seen.push(done / total);
      stop.abort();
    };
    await expect(verifyEvidence(body, [pem], { onProgress, signal: stop.signal })).rejects.toThrow();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBeLessThan(0.5);
  }, 90_000);

  test('the log of all dossiers is searched by a name and exported as it is filtered', async () => {
    const { page, faults } = await web.open('/audit', { as: AUDITOR });
    const log = page.getByRole('list', { name: 'Nhật ký toàn hệ thống' });
    await page.getByLabel('Người thực hiện').fill('dinh thi lan');
    await page.waitForURL((address) => address.searchParams.get('actor') === 'dinh thi lan');
    await page.getByLabel('Việc').selectOption({ label: 'Tiếp nhận hồ sơ hợp lệ' });
    await log.getByRole('link', { name: fileCode }).waitFor();
    expect(await log.getByRole('listitem').count()).toBe(1);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất danh sách đã lọc (CSV)' }).click();
    const lines = (await readFile(await (await downloading).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(fileCode);
    await page.getByLabel('Thuộc về').selectOption({ label: 'Dự án' });
    await page.getByText('Không có dòng nào').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await log.getByRole('listitem').nth(5).waitFor();
    expect(await page.getByLabel('Người thực hiện').inputValue()).toBe('');
    await keepPicture(page, 'audit-log');
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 60_000);

  test('the whole log is verified in the background: a progress that outlives the page, the result, its evidence, and what is wrong', async () => {
    const { page, faults } = await web.open('/audit?part=whole', { as: AUDITOR });
    const ask = page.getByRole('button', { name: 'Kiểm chứng toàn bộ ngay' });
    const progress = page.getByRole('region', { name: 'Tiến độ kiểm chứng toàn bộ' });
    await page.getByRole('heading', { name: 'Chưa có lần kiểm chứng nào' }).waitFor();
    await ask.click();
    await progress.getByText('Đang chờ bộ xử lý nền nhận việc').waitFor();
    const files = Promise.withResolvers<undefined>();
    const working = verifyWhole(files.promise);
    await progress.getByText('Phần 5 trên 5: các tệp đã lưu').waitFor();
    await keepPicture(page, 'audit-whole-running');
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Toàn hệ thống' }).click();
    await page.getByText(/^Lần kiểm chứng toàn bộ gần nhất/).waitFor();
    await page.getByRole('link', { name: 'Kiểm chứng toàn bộ' }).click();
    await progress.getByText('Phần 5 trên 5: các tệp đã lưu').waitFor();
    files.resolve(undefined);
    await working;
    await intact(page);
    await page
      .getByText(/^Lũy kế của điểm chốt mới nhất là .* dòng nhật ký và .* lô nhật ký truy cập/)
      .waitFor();
    expect(await progress.count()).toBe(0);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải chứng cứ' }).click();
    const kept = await readFile(await (await downloading).path(), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ format: 'techgate-verification-1', ok: true, faultCount: 0 });
    await keepPicture(page, 'audit-whole');

    await tamper(
      web.api.db,
      `UPDATE audit_entry SET actor_role = 'admin' WHERE chain_id = '${dossierId}' AND seq = 2`,
    );
    web.api.clock.advance(1000);
    await ask.click();
    await progress.waitFor();
    await verifyWhole();
    await page.getByRole('heading', { name: 'Không nguyên vẹn: 1 điểm sai' }).waitFor();
    const places = page.getByRole('region', { name: 'Các điểm sai' });
    expect(await places.innerText()).toContain('Một trường của dòng này bị sửa sau khi ghi');
    await places.getByRole('link', { name: fileCode }).waitFor();
    await keepPicture(page, 'audit-whole-bad');
    await expectAccessible(page);
    await page
      .getByRole('link', { name: /^Xem kết quả lần/ })
      .last()
      .click();
    await intact(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'audit-whole-phone');
    expect(faults).toEqual([]);
  }, 90_000);
});

/** What the worker does when a verification waits; its files are not read before `open`. */
const verifyWhole = (open: Promise<unknown> = Promise.resolve()): Promise<boolean> =>
  new VerificationRuns(web.api.app.get(UnitOfWork), {
    database: web.api.db.app,
    checkpoints: web.api.app.get(Checkpoints),
    hashOf: async (key) => {
      await open;
      return storedHash(web.api.config.storageFolder, key);
    },
  }).turn(systemActor(DEMO_AUTHORITY.id));

/** Acts of administration, as many as a long chain needs. */
async function lengthenSystemChain(count: number): Promise<void> {
  await web.api.app.get(UnitOfWork).run(systemActor(DEMO_AUTHORITY.id), async (tx) => {
    for (let number = 1; number <= count; number += 1)
      await appendAudit(tx, {
        chainId: SYSTEM_CHAIN_ID,
        action: 'backup.taken',
        subject: { kind: 'authority', id: DEMO_AUTHORITY.id },
        facts: { number },
        actorRole: 'system',
      });
  });
}
const KEEP_PROGRESS = `window.shownProgress = [];
  new MutationObserver(() => {
    const bar = document.querySelector('[role="progressbar"]');
    const percent = bar && Number(bar.getAttribute('aria-valuenow'));
    if (percent !== null && percent !== window.shownProgress.at(-1)) window.shownProgress.push(percent);
  }).observe(document.body, { subtree: true, childList: true, attributes: true })`;
