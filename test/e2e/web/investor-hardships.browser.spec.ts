import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Locator, type Page } from 'playwright-core';
import { type TechnologyFacts } from '#contracts';
import { emailOf } from '../../support/dossier-driver.js';
import { PDF } from '../../support/determination.js';
import { MEGABYTES_200, sparseFile } from '../../support/sparse-file.js';
import {
  type Desk,
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';
import { xlsxFile } from '../../support/xlsx-builder.js';

const OWNER = emailOf('gom');
const HEADINGS = [
  ...['STT', 'Tên máy', 'Mã HS', 'Tình trạng', 'Nguồn mua', 'Năm sản xuất', 'Năm về Việt Nam'],
  ...['Xuất xứ', 'Hãng sản xuất', 'Dây chuyền'],
];
let web: TestWeb;
let folder: string;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_hardships' });
  folder = await mkdtemp(join(tmpdir(), 'techgate-files-'));
}, 120_000);
afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

interface Draft {
  id: string;
  revision: number;
}
async function newDraft(facts: TechnologyFacts = {}): Promise<string> {
  const client = await web.api.login(OWNER);
  const { id, revision } = (
    await client.post<Draft>('/api/v1/dossiers', { procedureId: 'opinion', projectName: 'Nhà máy gốm thử' })
  ).body;
  if (Object.keys(facts).length > 0)
    await client.patch(`/api/v1/dossiers/${id}`, { facts }, { 'if-match': `"${revision}"` });
  return id;
}
const stored = async (id: string) => {
  const client = await web.api.login(OWNER);
  return (await client.get<{ facts: TechnologyFacts; revision: number }>(`/api/v1/dossiers/${id}`)).body;
};
const editor = (id: string, task: string, desk: Parameters<TestWeb['open']>[1] = {}): Promise<Desk> =>
  web.open(`/dossiers/${id}/edit?task=${task}`, { as: OWNER, ...desk });
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/).waitFor();

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}
const fileInput = (page: Page): Locator => page.locator('main input[type="file"]').first();
const paste = (page: Page, text: string) =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  })()`);

/** The API does not listen: nobody answers any more, and what was being answered is cut off. */
function killServer(): { revive: () => Promise<void> } {
  const server = web.api.app.getHttpServer();
  const { port } = new URL(web.api.url);
  server.close();
  server.closeAllConnections();
  return { revive: () => new Promise((resolve) => server.listen(Number(port), '127.0.0.1', resolve)) };
}

describe('a list of machines from elsewhere', () => {
  test('an XLSX file and a pasted list are looked at, taken over and saved, without what cannot be seen', async () => {
    const id = await newDraft({ lines: [{ id: 'l-1', name: 'Dây chuyền nung' }] });
    const { page, faults } = await editor(id, 'machinery');
    await page.getByText('Chưa có máy nào').waitFor();
    await expectAccessible(page);
    const rows = [
      ['DANH MỤC MÁY MÓC'],
      HEADINGS,
      [
        '1',
        'Lò nung\u202E con lăn',
        '8417.80.00',
        'Mới',
        'Nhập khẩu',
        2025,
        2026,
        'Ý',
        'Sacmi',
        'Dây chuyền nung',
      ],
      ['2', 'Máy ép', '84', 'Cũ', 'Nhập khẩu', 2015, 2026, 'Nước lạ', 'Sacmi', '1'],
    ];
    await page.getByRole('button', { name: 'Nhập từ XLSX, CSV' }).click();
    await fileInput(page).setInputFiles(await fileOf('may.xlsx', xlsxFile([{ name: 'Máy', rows }])));
    await page.getByText('Đọc được 2 hàng: 1 hàng dùng được ngay, 1 hàng có lỗi.').waitFor();
    await page.getByRole('region', { name: 'Lỗi theo hàng của tệp' }).getByText('Nước lạ').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'investor-import');
    await page.getByRole('button', { name: 'Nhận cả 2 hàng, sửa sau' }).click();
    await page.getByText('2 giá trị chưa lưu được vì cần sửa').click();
    await page.getByRole('link', { name: /^Máy ép · Mã HS/ }).click();
    const faulty = page.getByLabel('Mã HS, máy 2');
    expect(await faulty.evaluate('document.activeElement.id')).toMatch(/-hsCode$/);
    await faulty.fill('8474.80.10');
    await page.getByLabel('Nước, máy 2').fill('Đức');
    await page.getByLabel('Tên máy, máy 1').focus();
    await paste(page, 'Máy nghiền\u200F\t8474.20.19\tMới\r\nMáy\u0007 trộn\t8474.31.10\tMới\r\n');
    await page.getByText('Đọc được 2 hàng: 2 hàng dùng được ngay, 0 hàng có lỗi.').waitFor();
    await page.getByRole('button', { name: 'Nhận 2 hàng không lỗi' }).click();
    await saved(page);
    const { equipment } = (await stored(id)).facts;
    expect(equipment?.map(({ name }) => name)).toEqual([
      'Lò nung con lăn',
      'Máy ép',
      'Máy nghiền',
      'Máy trộn',
    ]);
    expect(equipment?.[0]).toMatchObject({ lineRef: 'l-1', yearMade: 2025, acquisition: 'imported' });
    expect(equipment?.[1]).toMatchObject({ hsCode: '8474.80.10', country: 'DE' });
    // A list that is too long for a trial says so, and that it is saved all the same.
    await page.route('**/screenings/preview', (route) =>
      route.fulfill({
        status: 413,
        json: { code: 'payload_too_large', status: 413, title: 'x', detail: 'y' },
      }),
    );
    await page.reload();
    await page.getByText('Danh mục quá dài để sàng lọc thử tại đây').waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('10,000 rows with faults in every column: the page answers, says each fault once and where, and lets go', async () => {
    const row = ['x'.repeat(310), '84', 'hỏng', 'biếu', 'năm kia', '19', 'Nước lạ', 'h'.repeat(310), '99'];
    const rows = [HEADINGS, ...Array.from({ length: 10_000 }, (_, index) => [index + 1, ...row])];
    const path = await fileOf('lon.xlsx', xlsxFile([{ name: 'Máy', rows }]));
    const { page, faults } = await editor(await newDraft(), 'machinery', { width: 360, scheme: 'dark' });
    // A pasted list, though nothing is there yet to paste it into: the form hears it once it stands.
    await page.getByText('Chưa có máy nào').waitFor();
    await paste(page, 'Máy nghiền\t8474.20.19\tMới\n');
    await page.getByText('Đọc được 1 hàng').waitFor();
    await page.getByRole('button', { name: 'Thôi, về danh mục' }).click();
    await page.getByRole('button', { name: 'Nhập từ XLSX, CSV' }).click();
    await fileInput(page).setInputFiles(path);
    await page.getByRole('button', { name: 'Dừng', exact: true }).click();
    await page.getByRole('button', { name: 'Chọn tệp' }).waitFor();
    await page.evaluate(`(() => {
      let before = performance.now();
      window.longest = 0;
      const look = (now) => { window.longest = Math.max(window.longest, now - before); before = now; requestAnimationFrame(look); };
      requestAnimationFrame(look);
    })()`);
    await fileInput(page).setInputFiles(path);
    await page.getByText('Đọc được 10.000 hàng: 0 hàng dùng được ngay, 10.000 hàng có lỗi.').waitFor();
    await page.getByRole('heading', { name: '90.000 lỗi' }).waitFor();
    // 220 ms on two busy cores; read in the page itself it would stand still for seconds.
    expect(await page.evaluate('window.longest')).toBeLessThan(1500);
    const kinds = page.getByRole('region', { name: 'Lỗi theo cột' });
    expect(await kinds.locator('tbody tr').count()).toBe(9);
    await page.getByText('Nhiều máy hơn một hồ sơ có thể chứa').waitFor();
    // Nothing is listed yet that the rows could take the place of.
    await page.getByText('Danh mục còn chỗ cho 2.000 máy. Bỏ bớt hàng trong tệp.', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Nhận cả 10.000 hàng, sửa sau' }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'investor-import-faults');
    await page.getByRole('button', { name: 'Thôi, về danh mục' }).click();
    await page.getByText('Chưa có máy nào').waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  test('files that cannot be: nothing inside, or above the limit, told before anything is sent', async () => {
    const { page } = await editor(await newDraft(), 'machinery', { language: 'en' });
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.getByRole('button', { name: 'Import XLSX or CSV' }).click();
    const empty = await fileOf('empty.xlsx', '');
    await fileInput(page).setInputFiles(empty);
    await page.getByText(/0 bytes/).waitFor();
    // The same file once more, after it was mended.
    await fileOf('empty.xlsx', xlsxFile([{ name: 'a', rows: [['Press', '8477.10', 'new']] }]));
    await fileInput(page).setInputFiles(empty);
    await page.getByText(/^1 rows?: 1/).waitFor();
    await page.goto(page.url().replace('machinery', 'documents'));
    await page
      .getByRole('button', { name: /^Add a file to/ })
      .first()
      .waitFor();
    await fileInput(page).setInputFiles(await fileOf('empty.pdf', ''));
    await page.getByText(/has nothing in it/).waitFor();
    await fileInput(page).setInputFiles(await sparseFile('large.pdf', MEGABYTES_200));
    await page.getByText(/“large.pdf” has .* more than/).waitFor();
    await expectAccessible(page);
    expect(sent.filter((url) => url.includes('/documents'))).toEqual([]);
    // The page goes on: the next file is taken.
    await fileInput(page).setInputFiles({ name: 'fits.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.getByRole('main').getByText('fits.pdf').first().waitFor();
    expect(sent.filter((url) => url.includes('/documents'))).toHaveLength(1);
  }, 60_000);
});

describe('a server or a session that goes away', () => {
  test('a server that is killed during a save: input stays, it is said what happens, and what was saved counts once', async () => {
    const id = await newDraft();
    const { revision } = await stored(id);
    const { page, context } = await editor(id, 'project');
    const server: { killed?: ReturnType<typeof killServer> } = {};
    await context.route(`**/api/v1/dossiers/${id}`, async (route) => {
      if (route.request().method() !== 'PATCH' || server.killed) return route.continue();
      // It is saved, and the answer never comes back.
      await route.fetch();
      server.killed = killServer();
      await route.abort('connectionreset');
    });
    await page.getByLabel('Mã xã, phường').fill('26734');
    await page.getByText('Chưa kết nối được máy chủ').waitFor();
    await page.getByText('Chưa lưu, đang giữ trên máy này.').waitFor();
    await page.getByLabel('Loại, cấp công trình').fill('cấp II');
    await page.getByRole('link', { name: 'Danh sách việc' }).click();
    await page.getByRole('link', { name: 'Dự án', exact: true }).click();
    expect(await page.getByLabel('Mã xã, phường').inputValue()).toBe('26734');
    await expectAccessible(page);
    await keepPicture(page, 'investor-unreachable');
    await page.getByRole('button', { name: 'Lưu ngay' }).click();
    await server.killed?.revive();
    await saved(page);
    const after = await stored(id);
    expect(after.facts.project).toMatchObject({ communeCode: '26734', workClass: 'cấp II' });
    expect(after.revision).toBe(revision + 2);
  }, 60_000);

  test('a form that stood open for a day: the session is opened over it, here or on another page, and nothing is lost', async () => {
    const id = await newDraft();
    const { page, context, faults } = await editor(id, 'project');
    await page.getByLabel('Mã xã, phường').waitFor();
    web.api.clock.advance(26 * 60 * 60_000);
    await page.getByLabel('Mã xã, phường').fill('26734');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('TechGate-demo-2026');
    await page.keyboard.press('Enter');
    await saved(page);
    // Somebody signs in on another page: the token of this one is an old one from then on.
    const other = await web.open('/', { as: OWNER });
    await context.addCookies(await other.context.cookies());
    await page.getByLabel('Loại, cấp công trình').fill('cấp III');
    await page.getByText('Chưa lưu, đang giữ trên máy này.').waitFor();
    await saved(page);
    expect((await stored(id)).facts.project).toMatchObject({ communeCode: '26734', workClass: 'cấp III' });
    expect(faults).toEqual([]);
  }, 60_000);
});

describe('a device that another person may use next', () => {
  /** What the browser keeps of contents: preferences are left out. */
  const kept = (page: Page) =>
    page.evaluate<string[]>(
      `[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => /^techgate\\.(?!worklist|language)/.test(name))`,
    );
  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: /^Tài khoản của/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  };

  test('keeps what was typed when a session expires, and after a sign-out that says what is lost keeps nothing', async () => {
    const id = await newDraft();
    const { page, context } = await editor(id, 'project');
    await page.getByLabel('Mã xã, phường').waitFor();
    web.api.clock.advance(26 * 60 * 60_000);
    await page.getByLabel('Mã xã, phường').fill('26734');
    await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản khác' }).click();
    await page.getByLabel('Email').fill(OWNER);
    expect(await kept(page)).toHaveLength(1);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('TechGate-demo-2026');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Tài khoản của/ }).waitFor();
    await signOut(page);
    const warning = page.getByRole('dialog', { name: 'Còn nội dung chưa lưu trên máy chủ' });
    await warning.getByText('Nội dung hồ sơ hoặc ý kiến đang soạn').waitFor();
    await expectAccessible(page);
    await warning.getByRole('button', { name: 'Ở lại trang' }).click();
    // A page that goes on trying to save must not bring back what was removed.
    await context.route(`**/api/v1/dossiers/${id}`, (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await page.goto(new URL(`/dossiers/${id}/edit?task=project`, page.url()).href);
    await page.getByLabel('Loại, cấp công trình').fill('cấp II');
    await page.getByText('Chưa lưu, đang giữ trên máy này.').waitFor();
    expect(await kept(page)).not.toEqual([]);
    await page.evaluate(`localStorage.setItem('techgate.worklist.columns.' + 'p', 'project')`);
    await signOut(page);
    await warning.getByRole('button', { name: 'Đăng xuất và xoá' }).click();
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    expect(await kept(page)).toEqual([]);
    expect(await page.evaluate(`localStorage.getItem('techgate.worklist.columns.p')`)).toBe('project');
  }, 60_000);
});

describe('what stands against submitting', () => {
  test('is text, and each leads to the field that it is about', async () => {
    const id = await newDraft({ project: { stage: 'policy' } });
    const { page } = await editor(id, 'check', { language: 'en', width: 360 });
    await page.getByRole('link', { name: 'There is neither a line nor a machine' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'The project has no name' }).click();
    await page.locator('#project-name:focus').waitFor();
    await page.keyboard.type('Ceramics');
    await page.getByText(/^Saved at/).waitFor();
    expect((await stored(id)).facts.project?.name).toBe('Ceramics');
  }, 60_000);
});
