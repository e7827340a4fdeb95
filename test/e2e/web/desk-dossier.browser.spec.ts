import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { aDossier, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import {
  conclude,
  examine,
  issueLetter,
  preview,
  recordOpinion,
  tab,
  take,
} from '../../support/desk-steps.js';
import {
  answered,
  anAcceptedDetermination,
  consulted,
  determined,
  examining,
  prepared,
} from '../../support/determination.js';
import { emailOf } from '../../support/dossier-driver.js';
import { signInAgain } from '../../support/sign-in-again.js';
import {
  clickTwice,
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
  untilLoaded,
} from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_dossier' });
}, 120_000);
afterAll(() => web.close());

const open = async (who: string, path: string) => (await web.open(path, { as: emailOf(who) })).page;
/** The filled buttons among the next steps: the one thing that the dossier waits for from this reader. */
const awaited = async (page: Page) => {
  const filled = page
    .getByRole('region', { name: 'Bước tiếp theo' })
    .locator('.mantine-Button-root[data-variant="filled"]');
  await filled.first().waitFor();
  return filled.allInnerTexts();
};
describe('one dossier, from reception to its letter', () => {
  test('each does the own part in the browser, and the others see it without reloading', async () => {
    const dossier = await aDossier(web.api).withFacts(OLD_MACHINE_FACTS).submitted().open();
    const path = `/dossiers/${dossier.id}`;
    const clerk = await open('motcua1', path);
    await keepPicture(clerk, 'dossier-clerk');
    expect(await awaited(clerk)).toEqual(['Kiểm tra thành phần hồ sơ']);
    const accepting = await preview(clerk, 'Tiếp nhận hồ sơ hợp lệ');
    const accepted: string[] = [];
    clerk.on('request', (request) => {
      if (request.url().includes('/commands/') && request.method() === 'POST') accepted.push(request.url());
    });
    await clickTwice(accepting.getByRole('button', { name: 'Xác nhận: Tiếp nhận hồ sơ hợp lệ' }));
    await accepting.waitFor({ state: 'detached' });
    expect(accepted).toHaveLength(1);
    const head = await open('truongphong1', path);
    await take(head, 'Phân công', () => head.getByRole('radio', { name: 'Trịnh Hải Yến' }).check());
    const appraiser = await open('chuyenvien1', path);
    // A declaration of which no answer came is sent again as the same act.
    const keys: (string | undefined)[] = [];
    await appraiser.route('**/declaration', (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      return keys.length === 1 ? route.abort() : route.continue();
    });
    const declare = appraiser.getByRole('button', { name: 'Không có xung đột, nhận việc' });
    await declare.click();
    await appraiser.getByRole('alert').waitFor();
    await declare.click();
    await take(appraiser, 'Sàng lọc');
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    const task = /^(Đối chiếu danh mục|Ghi ý kiến thẩm định)$/;
    await appraiser
      .getByRole('region', { name: 'Bước tiếp theo' })
      .getByRole('link', { name: task })
      .first()
      .waitFor();
    expect(await awaited(appraiser)).toEqual([expect.stringMatching(task)]);
    await examine(appraiser);
    await keepPicture(appraiser, 'dossier-findings');
    if (await appraiser.getByText('Hãy sàng lọc lại').isVisible()) await take(appraiser, 'Sàng lọc');
    await appraiser.getByRole('button', { name: /^Vì sao chưa làm được/ }).click();
    const conclusion = appraiser.getByRole('listitem').filter({ hasText: 'Kết luận: ' });
    expect(await conclusion.innerText()).not.toContain('trạng thái không cho phép');
    await tab(appraiser, 'Ý kiến');
    await appraiser.getByRole('radiogroup').first().waitFor();
    expect(await appraiser.getByRole('radiogroup', { name: /\p{L}/u }).count()).toBe(
      await appraiser.getByRole('radiogroup').count(),
    );
    await recordOpinion(appraiser, 'disagree_outdated', 'Máy ép quá tuổi.');
    await keepPicture(appraiser, 'dossier-opinion');
    // What is written of a conclusion outlives the dialog and the page; nothing is answered for whoever concludes.
    const begin = () => appraiser.getByRole('button', { name: 'Kết luận', exact: true }).click();
    const form = appraiser.getByRole('dialog', { name: 'Kết luận' });
    await begin();
    // It begins with what the own opinion proposes.
    expect(await form.getByLabel('Tóm tắt').inputValue()).toBe('Máy ép quá tuổi.');
    await form.getByLabel('Tóm tắt').fill('Đang viết dở.');
    await appraiser.reload();
    await begin();
    await form.getByLabel('Tóm tắt').waitFor();
    expect(await form.getByLabel('Tóm tắt').inputValue()).toBe('Đang viết dở.');
    expect(await form.getByLabel('Cách xử lý').first().inputValue()).toBe('');
    await appraiser.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await conclude(
      appraiser,
      'disagree_outdated',
      'Máy ép sản xuất năm 2000 là thiết bị lạc hậu.',
      (dialog) => dialog.getByRole('checkbox').first().check(),
    );
    // What was sent back begins with what it said, under the reason, and is not typed anew.
    await take(head, 'Trả lại để xem xét', () => head.getByLabel('Lý do').fill('Nêu rõ năm sản xuất.'));
    await begin();
    await form.getByText('Lý do: Nêu rõ năm sản xuất.').waitFor();
    await form.getByText(/chưa sửa: Kết luận, Tóm tắt/).waitFor();
    expect(await form.getByLabel('Cách xử lý').first().inputValue()).toBe('accepted_risk');
    await keepPicture(appraiser, 'dossier-sent-back');
    await appraiser.keyboard.press('Escape');
    await take(appraiser, 'Kết luận');
    await take(head, 'Trình lãnh đạo');
    const leader = await open('giamdoc', path);
    const dialog = await preview(leader, 'Không đồng ý');
    await keepPicture(leader, 'dossier-refuse');
    await expectAccessible(leader);
    await dialog.getByRole('button', { name: 'Xác nhận: Không đồng ý' }).click();
    await dialog.waitFor({ state: 'detached' });
    // Whoever has something to do is never told that there is no step, and is led to it.
    const steps = clerk.getByRole('region', { name: 'Bước tiếp theo' });
    await steps.getByRole('link', { name: 'Phát hành văn bản' }).waitFor();
    expect(await awaited(clerk)).toEqual(['Phát hành văn bản']);
    expect(await steps.getByText('Hiện bạn chưa có bước nào').count()).toBe(0);
    await keepPicture(clerk, 'dossier-clerk-letter');
    await steps.getByRole('link', { name: 'Phát hành văn bản' }).click();
    await steps.getByText('Phát hành văn bản: ngay bên dưới.').waitFor();
    await clerk
      .locator('.mantine-Paper-root', { has: clerk.getByRole('heading', { name: 'Văn bản ý kiến' }) })
      .getByRole('button', { name: 'Xem văn bản' })
      .click();
    // What is looked at becomes the issued copy as soon as it is issued.
    const copy = clerk.waitForResponse(/letters\/[^/]+\/content$/);
    await issueLetter(clerk, 'Văn bản ý kiến');
    await copy;
    const owner = await open('gom', path);
    await owner.getByText('Không đồng ý').first().waitFor();
    expect(await owner.getByRole('link', { name: 'Kết quả sàng lọc' }).count()).toBe(0);
  }, 120_000);

  test('a determination speaks in the words of its pack: to the leader, on the way and to the owner', async () => {
    const dossier = await anAcceptedDetermination(web.api);
    await answered(dossier, (await consulted(dossier)).id);
    await examining(dossier);
    await prepared(dossier);
    await dossier.command('chuyenvien1', 'conclude', await determined(dossier, 'agree'));
    await dossier.command('truongphong1', 'endorse', {});
    const leader = await open('giamdoc', `/dossiers/${dossier.id}/procedure`);
    const own = 'Không sử dụng công nghệ lạc hậu';
    await leader.getByRole('button', { name: own }).waitFor();
    await leader.getByText('Sử dụng công nghệ lạc hậu', { exact: true }).first().waitFor();
    await leader.getByText('Đang xác định').first().waitFor();
    await keepPicture(leader, 'dossier-determination-way');
    expect(await leader.locator('main').innerText()).not.toMatch(/(?<!Không )Đồng ý|Không đồng ý/);
    await leader.goto(leader.url().replace(/procedure$/, ''));
    await leader.getByRole('heading', { name: 'Kết luận thẩm định' }).waitFor();
    expect(await leader.locator('main').innerText()).not.toContain('Đồng ý');
    await dossier.command('giamdoc', 'approve', {});
    await dossier.issue('determination');
    const owner = await open('gom', `/dossiers/${dossier.id}`);
    await owner.getByText(own).first().waitFor();
    expect(await owner.locator('main').innerText()).not.toMatch(/Đồng ý|CAL-|DET-/);
  }, 90_000);

  test('an opinion is never lost: another tab, no server, a reload, a second page, a save under way', async () => {
    const dossier = await aDossier(web.api).underReview().open();
    const page = await open('chuyenvien1', `/dossiers/${dossier.id}/opinions`);
    page.on('dialog', (dialog) => void dialog.accept());
    const summary = page.getByLabel('Tóm tắt ý kiến');
    const remark = page.getByLabel(/^Nhận xét về/).first();
    const saved = () => page.getByText('Đã lưu bản nháp').waitFor();
    const lookElsewhere = async () => {
      await tab(page, 'Công nghệ');
      await summary.waitFor({ state: 'detached' });
      await tab(page, 'Ý kiến');
      await summary.waitFor();
    };
    await remark.fill('Cần xem lại công suất.');
    await summary.fill('Bản thứ nhất.');
    await saved();
    await lookElsewhere();
    expect([await summary.inputValue(), await remark.inputValue()]).toEqual([
      ...['Bản thứ nhất.', 'Cần xem lại công suất.'],
    ]);
    await page.route('**/opinions/mine', (route) => route.abort());
    await summary.fill('Viết khi máy chủ tắt.');
    await page.getByText('Ý kiến đang được giữ trên máy này').waitFor();
    await keepPicture(page, 'opinion-unreachable');
    await expectAccessible(page);
    await lookElsewhere();
    expect(await summary.inputValue()).toBe('Viết khi máy chủ tắt.');
    await page.reload();
    await page.getByText(/^Đã khôi phục nội dung nhập lúc/).waitFor();
    expect([await summary.inputValue(), await remark.inputValue()]).toEqual([
      ...['Viết khi máy chủ tắt.', 'Cần xem lại công suất.'],
    ]);
    // A server that comes back tells nobody: it is asked again by itself.
    await page.unroute('**/opinions/mine');
    await saved();

    await page.context().clearCookies();
    await summary.fill('Viết khi hết phiên.');
    const kept = page.waitForResponse((told) => told.url().endsWith('/opinions/mine') && told.ok());
    await signInAgain(page);
    await kept;
    expect(await summary.inputValue()).toBe('Viết khi hết phiên.');

    const url = dossier.url('/opinions');
    const client = await dossier.person('chuyenvien1');
    const onRecord = async () => (await client.get<{ items: Record<string, unknown>[] }>(url)).body.items;
    const items = await onRecord();
    expect(items.map((one) => one['summary'])).toEqual(['Viết khi hết phiên.']);
    const { revision, criteria, recommendation } = items[0] ?? {};
    const elsewhere = { revision, criteria, recommendation, summary: 'Viết ở trang khác.' };
    expect((await client.put(dossier.url('/opinions/mine'), elsewhere)).status).toBe(200);
    await summary.fill('Viết ở đây.');
    const clash = page.getByRole('alertdialog');
    await clash.getByRole('radio', { name: /Viết ở trang khác/ }).waitFor();
    await keepPicture(page, 'opinion-clash');
    await expectAccessible(page);
    await clash.getByRole('radio', { name: /Viết ở đây/ }).check();
    await clash.getByRole('button', { name: 'Giữ những gì đã chọn' }).click();
    await saved();

    // What is missing is told by its name and leads to its field, until it is there.
    const record = page.getByRole('button', { name: 'Ghi chính thức ý kiến' });
    await record.click();
    const missing = page.getByRole('alert').filter({ hasText: /Còn \d+ mục cần nhập/ });
    await missing
      .getByRole('link', { name: /mức đánh giá$/ })
      .first()
      .click();
    await page.getByRole('radio', { name: 'Đạt', exact: true }).and(page.locator(':focus')).waitFor();
    await keepPicture(page, 'opinion-incomplete');
    await expectAccessible(page);
    for (const radio of await page.getByRole('radio', { name: 'Đạt', exact: true }).all())
      await radio.check();
    await page.getByLabel('Đề nghị', { exact: true }).selectOption('agree');
    await missing.waitFor({ state: 'detached' });
    await saved();

    const faulty = { pointer: '/criteria/0/remark', code: 'maxLength', message: 'Quá dài.' };
    const refusal = { title: 'Dữ liệu chưa đúng', status: 400, detail: '', code: 'invalid_request' };
    await page.route('**/opinions/mine', (route) =>
      route.fulfill({ status: 400, json: { ...refusal, errors: [faulty] } }),
    );
    await remark.fill('Nhận xét mà máy chủ không nhận.');
    await page.getByRole('link', { name: /nhận xét: Quá dài\.$/ }).click();
    await page
      .getByLabel(/^Nhận xét về/)
      .and(page.locator(':focus'))
      .waitFor();
    expect(await record.isDisabled()).toBe(true);
    await keepPicture(page, 'opinion-refused');
    await page.unroute('**/opinions/mine');
    await remark.fill('Cần xem lại công suất.');
    await saved();
    const held: (() => void)[] = [];
    await page.route('**/opinions/mine', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    const sending = page.waitForRequest('**/opinions/mine');
    await summary.fill('Bản cuối.');
    await sending;
    await record.click();
    await page.locator('button[data-loading]').waitFor();
    for (const release of held) release();
    // Nothing is recorded before the second look, and once however often it is pressed.
    await page.getByText(/Không ai được gửi thông báo riêng/).waitFor();
    await keepPicture(page, 'opinion-preview');
    const sent: string[] = [];
    page.on('request', (one) => {
      if (one.method() !== 'GET' && one.url().includes('/opinions/mine')) sent.push(one.method());
    });
    await clickTwice(page.getByRole('button', { name: 'Xác nhận: Ghi chính thức ý kiến' }));
    await page.getByRole('heading', { name: 'Ý kiến của bạn đã được ghi' }).waitFor();
    await page.getByText('Bản cuối.').waitFor();
    expect(sent).toEqual(['POST']);

    await page.unroute('**/opinions/mine');
    await page.getByRole('button', { name: 'Sửa ý kiến' }).click();
    await summary.fill('');
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
    await missing.getByRole('link', { name: 'Tóm tắt ý kiến' }).waitFor();
    await summary.fill('Bản đã sửa.');
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
    await page.getByText(/Thay đổi thay cho bản đã ghi/).waitFor();
    expect((await onRecord()).map((one) => one['summary'])).toEqual(['Bản cuối.']);
    await page.getByRole('button', { name: 'Xác nhận: Ghi thay đổi' }).click();
    await page.getByRole('heading', { name: 'Ý kiến của bạn đã được ghi' }).waitFor();
    expect((await onRecord()).map((one) => one['summary'])).toEqual(['Bản đã sửa.']);
  }, 90_000);

  test('two people at once: the later one learns who was faster, and nothing is done twice', async () => {
    const dossier = await aDossier(web.api).submitted().open();
    const [first, second] = [
      await open('motcua1', `/dossiers/${dossier.id}`),
      await open('motcua2', `/dossiers/${dossier.id}`),
    ];
    await first.getByText('Đang cùng xem: Phan Văn Nam').waitFor();
    const dialog = await preview(first, 'Tiếp nhận hồ sơ hợp lệ');
    await take(second, 'Tiếp nhận hồ sơ hợp lệ');
    await dialog.getByRole('button', { name: /^Xác nhận/ }).click();
    // Told once, by the refusal, also when the news has come as well.
    await first.locator('main').getByText('Đã tiếp nhận', { exact: true }).first().waitFor();
    await dialog.getByText('Phan Văn Nam: Tiếp nhận hồ sơ hợp lệ').waitFor();
    expect(await dialog.getByText('Có người vừa thay đổi hồ sơ này').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Xem lại hồ sơ mới nhất' }).click();
    await first.keyboard.press('Escape');
    await first.getByText('Đã tiếp nhận', { exact: true }).first().waitFor();
    expect((await dossier.seen()).step).toBe(2);
  }, 90_000);

  test('whoever has a conflict of interest finds nothing: not the page, not the list, not the search', async () => {
    const dossier = await aDossier(web.api).named('Nhà máy kín đáo').underReview().open();
    const page = await open('chuyenvien1', `/dossiers/${dossier.id}`);
    // Also while the people of the dossier cannot be shown.
    await page.route('**/assignments', (route) => route.fulfill({ status: 500 }));
    await page.reload();
    await page.getByRole('button', { name: 'Tôi có xung đột lợi ích với hồ sơ này' }).click();
    await page.getByLabel('Quan hệ lợi ích').fill('Người nhà.');
    await page.getByRole('button', { name: 'Xem trước kết quả' }).click();
    await page.getByText('Mọi việc của bạn ở hồ sơ này kết thúc').waitFor();
    await page.getByRole('button', { name: 'Xác nhận: Có xung đột, xin thôi' }).click();
    await page.getByText('Bạn đã thôi hồ sơ này').waitFor();
    await page.waitForURL((address) => address.pathname === '/dossiers');
    await page.goto(new URL(`/dossiers/${dossier.id}`, page.url()).href);
    await page.getByRole('heading', { level: 1, name: 'Không mở được hồ sơ' }).waitFor();
    await page.goto(new URL('/dossiers?tab=all&q=k%C3%ADn', page.url()).href);
    await page.getByText('Không có hồ sơ nào', { exact: true }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('kín đáo');
  }, 60_000);

  test('every side of a dossier is for everybody: axe, a phone, and English', async () => {
    const dossier = await aDossier(web.api).withFacts(OLD_MACHINE_FACTS).underReview().open();
    const { page, faults } = await web.open(`/dossiers/${dossier.id}`, {
      ...{ as: emailOf('truongphong1') },
      width: 360,
    });
    for (const side of [
      'Tổng quan',
      'Công nghệ',
      'Kết quả sàng lọc',
      'Ý kiến',
      'Tài liệu',
      'Văn bản',
      'Thời hạn',
      'Diễn biến',
      'Nhật ký',
    ]) {
      await tab(page, side);
      await untilLoaded(page);
      if (side === 'Tổng quan') await page.getByText(/Luật Đầu tư 143\/2025/).waitFor();
      if (side === 'Công nghệ') {
        await page
          .getByRole('button', { name: /^Chi tiết/ })
          .first()
          .click();
        await page.getByText('Thuộc dây chuyền').waitFor();
      }
      if (side === 'Diễn biến') await page.getByText('Giao cho Trịnh Hải Yến (Thụ lý chính)').waitFor();
      if (side === 'Thời hạn') {
        await page
          .getByText(/^Bắt đầu tính: hạn là ngày/)
          .first()
          .waitFor();
        await page.getByRole('button', { name: 'Giải thích từng ngày' }).first().click();
      }
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    const english = await web.open(`/dossiers/${dossier.id}/clocks`, {
      as: emailOf('giamdoc'),
      language: 'en',
    });
    await english.page.getByRole('region', { name: 'Next steps' }).waitFor();
    await english.page.getByRole('button', { name: 'Explain day by day' }).first().click();
    await english.page.getByRole('columnheader', { name: 'Counted day' }).waitFor();
  }, 120_000);
});
