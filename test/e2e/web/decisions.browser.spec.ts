import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Locator, type Page } from 'playwright-core';
import { aDossier, conclusion, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf } from '../../support/dossier-driver.js';
import { signInAgain } from '../../support/sign-in-again.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

const CONDITION = {
  what: 'Thay máy ép sản xuất năm 2000 bằng máy mới trước khi vận hành.',
  ...{ deadlineOn: '2027-01-31', proof: 'Hóa đơn, biên bản lắp đặt', responsible: 'Công ty Hồng Lam' },
};
/** Concludes that the project can go on once the old machine is replaced. */
async function concludeWithCondition(dossier: DossierDriver): Promise<void> {
  const breached = (await dossier.findings()).findings.filter(({ verdict }) => verdict === 'breached');
  await dossier.command('chuyenvien1', 'conclude', {
    ...(await conclusion(dossier)),
    ...{ outcome: 'agree_with_conditions', summary: 'Đồng ý khi thay máy ép quá tuổi.' },
    conditions: [{ ...CONDITION, cures: breached.map(({ key }) => key) }],
  });
}

/** Concludes that the old machine is against the project, in as many words as such a conclusion has. */
async function concludeRefusal(dossier: DossierDriver): Promise<void> {
  const breached = (await dossier.findings()).findings.filter(({ verdict }) => verdict === 'breached');
  await dossier.command('chuyenvien1', 'conclude', {
    ...(await conclusion(dossier)),
    ...{ outcome: 'disagree_other', summary: 'Máy ép vượt quá giới hạn tuổi thiết bị.', conditions: [] },
    reasons: Array.from(
      { length: 6 },
      (_, n) => `Lý do ${n + 1}: máy ép sản xuất năm 2000, không có phương án thay thế.`,
    ),
    ...{ findingKeys: breached.map(({ key }) => key), failedCriteria: [] },
  });
  await dossier.command('truongphong1', 'endorse', {});
}

let web: TestWeb;
let plain: DossierDriver;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_decisions', now: new Date('2026-07-13T02:00:00.000Z') });
  const { api } = web;
  const nextDay = () => api.clock.set(new Date(api.clock.now().getTime() + 24 * 60 * 60 * 1000));
  plain = await aDossier(api).named('Nhà máy gốm Hồng Lam').concluded().open();
  nextDay();
  await aDossier(api).named('Xưởng men sứ Sông Kim').concluded().open();
  nextDay();
  await aDossier(api)
    .withFacts(OLD_MACHINE_FACTS)
    .named('Dây chuyền ép gạch Đá Bạc')
    .examined()
    .and(concludeWithCondition)
    .open();
}, 120_000);
afterAll(() => web?.close());

const open = async (who: string, path: string) => web.open(path, { as: emailOf(who) });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
/** An element, as far as it is asked here. */
interface Asked {
  getBoundingClientRect: () => { left: number; top: number; width: number; height: number };
  contains: (other: unknown) => boolean;
  parentElement: unknown;
  ownerDocument: { elementFromPoint: (x: number, y: number) => { parentElement: unknown } | null };
}
/** Runs in the page. The drawn mark of a radio lies beside its input. */
const isOnTop = (one: unknown): boolean => {
  const element = one as Asked;
  const { left, top, width, height } = element.getBoundingClientRect();
  const found = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  return found !== null && (element.contains(found) || found.parentElement === element.parentElement);
};
/** Whether somebody who looks at the middle of each part sees it: nothing lies over it, and it is within the window. */
const inSight = async (...parts: Locator[]) => {
  for (const part of parts) {
    const box = await part.boundingBox();
    const { width, height } = part.page().viewportSize() ?? { width: 0, height: 0 };
    expect(box !== null && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width).toBe(
      true,
    );
    const seen = await part.evaluate(isOnTop);
    expect([await part.innerText(), seen]).toEqual([expect.anything(), true]);
  }
};
const confirm = (page: Page, command: string) =>
  page.getByRole('button', { name: `Xác nhận: ${command}` }).click();

describe('what waits for a head and a leader', () => {
  test('is a queue, a page that fits one screen, and the next one after each decision', async () => {
    const { page, faults } = await open('truongphong1', '/dossiers/decisions');
    await page.getByText('Đang hiện 3 hồ sơ').waitFor();
    await row(page, 'Dây chuyền ép gạch')
      .getByText(/Phải xem riêng/)
      .waitFor();
    await keepPicture(page, 'decisions-queue');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Nhà máy gốm Hồng Lam' }).click();
    await title(page, 'Nhà máy gốm Hồng Lam');
    await page.getByRole('region', { name: 'Nếu thực hiện' }).waitFor();
    // Whoever endorses sees the letter to which it leads.
    await page.getByText('Sẽ lập khi lãnh đạo quyết định đúng theo kết luận.').waitFor();
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await keepPicture(page, 'decisions-endorse');
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(900);
    await expectAccessible(page);
    // What is pressed in the palette is not meant for the dossier behind it.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('gom');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(/Trịnh Hải Yến xử lý trong kết luận/).waitFor();
    await page.getByText('Chấp nhận rủi ro').first().waitFor();
    const asked = { steps: 0, letters: 0 };
    page.on('request', (request) => {
      if (request.url().includes('/commands/endorse')) asked.steps += 1;
      if (request.url().endsWith('/decision-letter')) asked.letters += 1;
    });
    await page.getByText('Ghi chú và mục không bắt buộc').click();
    await page
      .getByLabel('Ghi chú', { exact: true })
      .pressSequentially('Đã thống nhất trong buổi họp giao ban.');
    await page.getByRole('button', { name: 'Xác nhận: Trình lãnh đạo' }).click();
    await title(page, 'Xưởng men sứ Sông Kim');
    expect(asked.steps).toBeLessThan(20);
    const sendBack = page.getByRole('radio', { name: 'Trả lại để xem xét' });
    const reason = page.getByRole('textbox', { name: 'Lý do' });
    await sendBack.check();
    await page.getByText('Nhập để xem kết quả: Lý do.').waitFor();
    // A mark that was pasted along cannot be found by anybody; it is not sent.
    const pasted = 'Bổ sung căn cứ về tiêu hao\u202e năng lượng.\u200f';
    await reason.fill(pasted);
    // What was written is there again after a look at the findings, and after a reload.
    await page.getByRole('link', { name: 'Xem kết quả sàng lọc' }).click();
    await page.waitForURL(/findings$/);
    await page.goBack();
    await sendBack.check();
    await page.reload();
    await sendBack.check();
    expect(await reason.inputValue()).toBe(pasted);
    await page.getByRole('region', { name: 'Nếu thực hiện' }).getByText('Đang thẩm định').waitFor();
    await page.getByRole('button', { name: 'Xác nhận: Trả lại để xem xét' }).waitFor();
    // The key is held down: it decides one dossier, whatever is shown meanwhile.
    await page.keyboard.down('Control');
    await page.keyboard.down('Enter');
    await title(page, 'Dây chuyền ép gạch Đá Bạc');
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.up('Control');
    await page.getByText('Kết quả không đạt còn hiệu lực (1)').waitFor();
    await keepPicture(page, 'decisions-standing');
    await page.mouse.move(40, 300, { steps: 5 });
    await confirm(page, 'Trình lãnh đạo');
    await title(page, 'Chờ tôi quyết định');
    await page.getByText('Không có hồ sơ nào chờ bạn', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('shows the leader the letter as it would go out, before anything is decided', async () => {
    const { page, faults } = await open('giamdoc', `/dossiers/${plain.id}/decide`);
    const letter = page.getByRole('region', { name: 'Dự thảo văn bản', exact: true });
    await letter.locator('[data-drawn=true]').waitFor();
    await page.getByRole('region', { name: 'Nếu thực hiện' }).getByText('Văn bản ý kiến').waitFor();
    await keepPicture(page, 'decisions-decide');
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(900);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1366, height: 650 });
    await letter.locator('[data-drawn=true]').waitFor();
    await inSight(
      ...(await page.getByRole('radio').all()),
      page.locator('summary', { hasText: 'Danh mục công nghệ cấm' }).first(),
      page.getByRole('region', { name: 'Nếu thực hiện' }),
      page.getByRole('button', { name: 'Xác nhận: Đồng ý', exact: true }),
    );
    await keepPicture(page, 'decide-1366');
    await page.setViewportSize({ width: 1280, height: 800 });
    await keepPicture(page, 'decide-1280');
    await page.getByRole('radio', { name: 'Đồng ý có điều kiện' }).check();
    await letter.getByText('Dự thảo hiện ở đây').waitFor();
    await keepPicture(page, 'decisions-conditions');
    expect(faults).toEqual([]);
    const phone = await web.open(`/dossiers/${plain.id}/decide`, {
      ...{ as: emailOf('giamdoc'), language: 'en', width: 360, scheme: 'dark' },
    });
    await phone.page.locator('[data-drawn=true]').waitFor();
    await keepPicture(phone.page, 'decisions-phone');
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
  }, 60_000);

  test('several at once: a result for each, and the reason of the one that somebody decided meanwhile', async () => {
    const other = await aDossier(web.api).named('Nhà máy kính Cát Trắng').endorsed().open();
    const { page, faults } = await open('giamdoc', '/dossiers/decisions');
    await page.getByText('Đang hiện 3 hồ sơ').waitFor();
    expect(await page.getByRole('checkbox', { name: /^Chọn hồ sơ/ }).count()).toBe(2);
    await row(page, 'Nhà máy kính Cát Trắng').getByText('2 rủi ro được chấp nhận').waitFor();
    await page.getByRole('checkbox', { name: 'Chọn 2 hồ sơ có thể xử lý cùng lúc' }).check();
    await page.getByLabel('Ghi chú chung cho 2 hồ sơ đã chọn').fill('Đã họp giao ban.');
    await page.getByRole('button', { name: 'Xem trước kết quả của 2 hồ sơ đã chọn' }).click();
    const run = page.getByRole('region', { name: 'Xử lý 2 hồ sơ' });
    await run.getByText('Đã xem trước 2 trên 2 hồ sơ').waitFor();
    await run.getByText('Ghi chú chung: Đã họp giao ban.').waitFor();
    // What is signed for although nobody could decide it stands there by name, of each dossier.
    expect(await run.getByText(/Danh mục công nghệ cấm chuyển giao: /).count()).toBe(2);
    await run.getByText('2 hồ sơ có kết quả chưa kết luận được').waitFor();
    await keepPicture(page, 'decisions-bulk');
    await expectAccessible(page);
    // Each row says what the page of one decision says.
    expect(await run.getByText(/Văn bản ý kiến · Hạn trả lời: /).count()).toBe(2);
    expect(await run.getByText(/^Thông báo cho \d+ người: /).count()).toBe(2);
    // One that somebody decided meanwhile is marked and left out.
    await other.command('phogiamdoc', 'approve', {});
    await run.getByText('Có người vừa thay đổi', { exact: true }).waitFor();
    await run.getByText(/^Kiều Thu Trang: Đồng ý, lúc/).waitFor();
    await run.getByRole('button', { name: 'Xác nhận Đồng ý: 1 hồ sơ' }).click();
    await run.getByText('Đã xong 1, chưa được 1, trên tổng số 2 hồ sơ.').waitFor();
    await keepPicture(page, 'decisions-bulk-result');
    await page.getByRole('link', { name: 'Thông báo' }).click();
    await page.goBack();
    await run.getByRole('button', { name: 'Xem trước lại 1 hồ sơ đã thay đổi' }).click();
    await run.getByText('Chưa được', { exact: true }).waitFor();
    await run.getByText(/^Kiều Thu Trang: Đồng ý, lúc/).waitFor();
    await run.getByRole('button', { name: 'Đóng kết quả' }).click();
    await run.waitFor({ state: 'detached' });
    expect([(await plain.seen()).status, (await other.seen()).status]).toEqual(['approved', 'approved']);
    // A leader signs letters, so they are among the places of the work.
    const places = page.getByRole('navigation', { name: 'Điều hướng chính' });
    await places.getByRole('link', { name: 'Văn bản chờ phát hành' }).waitFor();
    expect(faults).toEqual([]);
    // Whose dossier is sent back while they write learns by whom and why, and their words stay in sight.
    const third = await aDossier(web.api).named('Nhà máy sứ Cầu Đá').endorsed().open();
    await page.goto(`${web.api.url}/dossiers/${third.id}/decide`);
    const sendBack = page.getByRole('radio', { name: 'Trả lại để xem xét' });
    await sendBack.check();
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Viết dở về định mức nước.');
    await third.command('phogiamdoc', 'send_back', { reason: 'Bổ sung căn cứ về nước thải.' });
    const past = page.getByRole('region', { name: 'Chưa có gì để quyết định' });
    await past.getByText(/^Kiều Thu Trang đã chọn “Trả lại để xem xét” lúc/).waitFor();
    await past.getByText('Bổ sung căn cứ về nước thải.').waitFor();
    const kept = page.getByRole('region', { name: 'Bạn đang viết: Trả lại để xem xét' });
    await kept.getByText('Viết dở về định mức nước.').waitFor();
    await kept.getByRole('button', { name: 'Sao chép' }).waitFor();
    await keepPicture(page, 'decisions-sent-back-meanwhile');
    await expectAccessible(page);
    // Who comes too late on the page of one dossier is told by whom, and what was done.
    await third.command('chuyenvien1', 'conclude', await conclusion(third));
    await third.command('truongphong1', 'endorse', {});
    await page.route('**/api/v1/events*', (route) => route.abort());
    await page.goto(`${web.api.url}/dossiers/${third.id}/decide`);
    await page.getByRole('button', { name: 'Xác nhận: Đồng ý', disabled: false }).waitFor();
    await third.command('phogiamdoc', 'approve', {});
    await confirm(page, 'Đồng ý');
    const late = page.getByRole('alert').filter({ hasText: 'Có người vừa thay đổi hồ sơ này' });
    await late.getByText(/Kiều Thu Trang.*Đồng ý/).waitFor();
    await page.getByText(/^Kiều Thu Trang đã chọn “Đồng ý” lúc/).waitFor();
    await kept.getByText('Viết dở về định mức nước.').waitFor();
    await keepPicture(page, 'decisions-too-late');
    await expectAccessible(page);
    await late.getByRole('button', { name: 'Xem lại hồ sơ mới nhất' }).click();
    await late.waitFor({ state: 'detached' });
    await kept.getByRole('button', { name: 'Bỏ phần đã viết' }).click();
    await kept.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(/^Kiều Thu Trang đã chọn “Đồng ý” lúc/).waitFor();
    expect(await kept.count()).toBe(0);
  }, 60_000);

  test('asks for the password where the session ends before a decision: nothing is done unseen, and the reason is still there', async () => {
    const dossier = await aDossier(web.api)
      .withFacts(OLD_MACHINE_FACTS)
      .named('Lò nung gạch Bến Đá')
      .examined()
      .and(concludeRefusal)
      .open();
    const { page, context } = await open('giamdoc', `/dossiers/${dossier.id}/decide`);
    const reason = page.getByRole('textbox', { name: 'Lý do' });
    await page.locator('[data-drawn=true]').waitFor();
    await reason.fill('Viết trước khi hết phiên.');
    await page.getByRole('button', { name: 'Xác nhận: Không đồng ý' }).click({ trial: true });
    const decisions: number[] = [];
    page.on('response', (answer) => {
      const url = answer.url();
      if (url.includes('/commands/refuse') && !url.includes('dryRun')) decisions.push(answer.status());
    });
    await context.clearCookies();
    await confirm(page, 'Không đồng ý');
    await signInAgain(page);
    await page.getByRole('region', { name: 'Lựa chọn của bạn' }).getByText('Bạn đã đăng nhập lại').waitFor();
    await page.locator('[data-drawn=true]').waitFor();
    expect([await reason.inputValue(), decisions]).toEqual(['Viết trước khi hết phiên.', [401]]);
    await confirm(page, 'Không đồng ý');
    await page
      .getByText('Không còn lựa chọn nào của bạn')
      .or(page.getByText('Xem lại hồ sơ này'))
      .first()
      .waitFor();
    expect(decisions).toHaveLength(2);
    expect((await dossier.seen()).status).toBe('refused');
  }, 60_000);

  test('keeps the act in sight of a small screen, however much is said against a project', async () => {
    const dossier = await aDossier(web.api)
      .withFacts(OLD_MACHINE_FACTS)
      .named('Dây chuyền ép ngói Đá Bạc')
      .examined()
      .and(concludeRefusal)
      .open();
    const { page } = await open('giamdoc', `/dossiers/${dossier.id}/decide`);
    await page.setViewportSize({ width: 1366, height: 650 });
    await page.locator('[data-drawn=true]').waitFor();
    await page.getByRole('region', { name: 'Nếu thực hiện' }).waitFor();
    const refuse = page.getByRole('button', { name: 'Xác nhận: Không đồng ý' });
    await inSight(
      ...(await page.getByRole('radio').all()),
      page.locator('summary', { hasText: 'Máy ép' }).first(),
      page.getByRole('textbox', { name: 'Lý do' }),
      page.getByRole('region', { name: 'Nếu thực hiện' }),
      refuse,
    );
    await keepPicture(page, 'decisions-refusal');
    await expectAccessible(page);
    // Clicks go on at the button of the next dossier: they may be meant for this one.
    await refuse.click();
    await page.getByRole('link', { name: 'Xem lại hồ sơ này' }).waitFor();
    await title(page, 'Dây chuyền ép gạch Đá Bạc');
    const next = page.getByRole('button', { name: 'Xác nhận: Đồng ý có điều kiện' });
    await page.locator('[data-drawn=true]').waitFor();
    await page.getByText('Di chuyển con trỏ hoặc nhấn Tab').waitFor();
    for (let clicks = 0; clicks < 4; clicks += 1) await next.click({ force: true });
    await title(page, 'Dây chuyền ép gạch Đá Bạc');
    await keepPicture(page, 'decide-arrival');
    // The answer is lost, the decision stands: its person is told, and led on.
    await page.route(/commands\/approve_with_conditions/, async (route) => {
      if (route.request().url().includes('dryRun')) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.mouse.move(900, 300, { steps: 5 });
    await next.click();
    await page.getByText(/^Bạn đã chọn “Đồng ý có điều kiện” lúc/).waitFor();
    await page.getByText('Không còn lựa chọn nào của bạn').waitFor();
    await keepPicture(page, 'decide-lost-answer');
    await page.getByRole('main').getByRole('link', { name: 'Xem văn bản của hồ sơ' }).first().click();
    await page.waitForURL(/letters$/);
  }, 60_000);
});
