import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Locator, type Page } from 'playwright-core';
import { DEMO_PEOPLE, demoOrganisation } from '#identity';
import { addDays, civilDateOf } from '#kernel';
import { CouncilDriver, SEATS } from '../../support/council-driver.js';
import { anAcceptedDetermination, PDF } from '../../support/determination.js';
import { aDossier, conclusion, declared } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf } from '../../support/dossier-driver.js';
import { signInAgain } from '../../support/sign-in-again.js';
import {
  clickTwice,
  type DeskOptions,
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

const FILE = join(mkdtempSync(join(tmpdir(), 'techgate-council-')), 'council-paper.pdf');
let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_council' });
  writeFileSync(FILE, PDF);
}, 120_000);
afterAll(() => web.close());

const faults: string[][] = [];
async function open(who: string, path: string, options: DeskOptions = {}): Promise<Page> {
  const desk = await web.open(path, { as: emailOf(who), ...options });
  faults.push(desk.faults);
  return desk.page;
}
const shot = (page: Page, name: string) => keepPicture(page, `council-${name}`);
/** Opens an act, fills it in and sends it; the window closes once it is done. */
async function act(
  page: Page | Locator,
  name: string,
  submit: string,
  fill?: (dialog: Locator) => Promise<unknown>,
) {
  const whole = 'keyboard' in page ? page : page.page();
  // What lies over the page is told by its words, not by a click that reaches nothing.
  expect(await whole.getByRole('dialog').allInnerTexts()).toEqual([]);
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = whole.getByRole('dialog');
  await fill?.(dialog);
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
/** The same of an act that is looked at before it is done: what it would do is said there. */
async function tried(
  page: Page,
  name: string,
  {
    as = name,
    said,
    fill,
  }: { as?: string; said: (string | RegExp)[]; fill?: (dialog: Locator) => Promise<unknown> },
) {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill?.(dialog);
  await dialog.getByRole('button', { name: 'Xem trước kết quả' }).click();
  const result = dialog.getByRole('region', { name: 'Nếu thực hiện' });
  for (const line of said) await result.getByText(line).first().waitFor();
  await result.getByRole('button', { name: `Xác nhận: ${as}`, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
/** What a page sends to such addresses from now on. */
function postsOf(page: Page, ending: string): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(ending)) sent.push(request.url());
  });
  return sent;
}
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Nội dung hồ sơ' }).getByRole('link', { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The head chooses the form, seats seven people and looks at the composition before inviting them. */
async function establish(dossier: DossierDriver): Promise<void> {
  const page = await open('truongphong1', `/dossiers/${dossier.id}/council`);
  await page.getByRole('link', { name: 'Đến hình thức lấy ý kiến' }).click();
  await tried(page, 'Chọn hình thức', {
    said: ['Hình thức lấy ý kiến của vòng này: Hội đồng tư vấn.', 'Không ai được báo.'],
    fill: async (dialog) => {
      await dialog.getByLabel('Hình thức lấy ý kiến').selectOption('council');
      await dialog.getByLabel('Lý do').fill('Công nghệ phức tạp, liên ngành.');
    },
  });
  await tab(page, 'Hội đồng');
  for (const [name, seat] of Object.entries(SEATS))
    await page.getByLabel(`Chức danh của ${nameOf(name)}`).selectOption(seat);
  await page.reload();
  await page.getByText('Nội dung nhập lần trước vẫn còn ở đây').waitFor();
  await shot(page, 'establish');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xem trước thành phần' }).click();
  await page.getByText('Số thành viên biểu quyết là số chẵn (6)').waitFor();
  await page.getByRole('button', { name: 'Thành lập và gửi lời mời' }).click();
  await page.getByText('Dự thảo, chờ lãnh đạo ký').waitFor();
  await page.context().close();
}
const nameOf = (who: string): string =>
  DEMO_PEOPLE.find(({ email }) => email === emailOf(who))?.displayName ?? who;

describe('a council', () => {
  test('is established, meets, votes and writes its minutes, each at the own desk', async () => {
    const dossier = await aDossier(web.api).named('Nhà máy gốm Hồng Lam').underReview().open();
    const council = new CouncilDriver(dossier);
    await establish(dossier);
    await council.decisionIssued();
    const recused = await dossier.person('chuyengia7');
    const { body } = await recused.get<{ items: { id: string; dossierId: string }[] }>('/api/v1/assignments');
    const task = body.items.find(({ dossierId }) => dossierId === dossier.id);
    await recused.post(`/api/v1/assignments/${task?.id}/declaration`, {
      ...{ conflict: true, reason: 'Góp vốn.' },
    });
    for (const who of ['chuyengia1', 'chuyengia2', 'chuyengia4', 'chuyengia5', 'chuyengia6'])
      await declared(dossier, who);

    const secretary = await open('thuky', '/councils');
    await secretary.getByText('Kê khai để tham gia').waitFor();
    expect(await secretary.locator('main').innerText()).not.toContain('Hội đồng tư vấn khoa học');
    await secretary.getByRole('link', { name: 'Nhà máy gốm Hồng Lam' }).click();
    await secretary.getByRole('button', { name: 'Không có xung đột, nhận việc' }).click();
    await tab(secretary, 'Hội đồng');
    await secretary.getByText('Rút lui vì xung đột lợi ích').waitFor();
    await secretary.getByText('5 thành viên được tính').waitFor();
    await shot(secretary, 'tab');
    await expectAccessible(secretary);
    // A member from outside the house looks at the council while its session is opened, and is told of it.
    const member = await open('chuyengia2', `/dossiers/${dossier.id}/council`, { scheme: 'dark' });
    await member.getByText('Chưa có phiên nào').first().waitFor();
    await tried(secretary, 'Mở phiên', {
      said: [/^Phiên 1 mở ngày .*: Họp\.$/, new RegExp(`^Được báo: .*${nameOf('chuyengia2')}`)],
      fill: (dialog) => dialog.getByLabel('Địa điểm').fill('Phòng họp số 2'),
    });
    await heading(secretary, 'Phiên 1 của hội đồng');
    const path = new URL(secretary.url()).pathname;

    const attend = async (...people: string[]) => {
      for (const who of people)
        await secretary.getByLabel(`Có mặt của ${nameOf(who)}`, { exact: true }).selectOption('present');
      await secretary.getByRole('button', { name: 'Lưu điểm danh' }).click();
      await secretary.getByText(people.map((who) => `${nameOf(who)}: Có mặt`).join('; ')).waitFor();
      await secretary.getByRole('button', { name: 'Xác nhận: Lưu điểm danh' }).click();
      await secretary.getByText('Điểm danh đã lưu').waitFor();
    };
    // A roll call that was not sent yet outlives the page.
    const first = secretary.getByLabel(`Có mặt của ${nameOf('chuyengia1')}`, { exact: true });
    await first.selectOption('present');
    await secretary.reload();
    await secretary.getByText('Nội dung nhập lần trước vẫn còn ở đây').waitFor();
    expect(await first.inputValue()).toBe('present');
    await attend('chuyengia1', 'chuyengia4');
    await secretary.getByText('Có mặt 2 trên 5 thành viên được tính; cần ít nhất 1/2, tức 3 người').waitFor();
    await secretary.getByText('Đưa nội dung ra biểu quyết được khi đủ').waitFor();
    await shot(secretary, 'not-quorate');
    await attend('chuyengia2', 'chuyengia5');
    await secretary.getByText('Có mặt 4 trên 5').waitFor();
    await tried(secretary, 'Đưa nội dung ra biểu quyết', {
      as: 'Đưa ra biểu quyết',
      said: [/^Nội dung 1 \(Nội dung thủ tục\)/, new RegExp(`^Được báo: .*${nameOf('chuyengia2')}`)],
      fill: (dialog) => dialog.getByLabel(/^Nội dung/).fill('Yêu cầu đo kiểm khí thải độc lập.'),
    });
    await secretary.getByText('Đã nhận 0 trên 5 phiếu').waitFor();

    await member.getByRole('link', { name: 'Phiên 1' }).click();
    await member.getByRole('radio', { name: 'Không tán thành' }).check();
    await shot(member, 'vote-dark');
    await expectAccessible(member);
    // Looking casts nothing, and what is chosen anew is looked at anew.
    await member.getByRole('button', { name: 'Bỏ phiếu' }).click();
    await member.getByText(/^Phiếu của bạn: Không tán thành\./).waitFor();
    await member.getByRole('radio', { name: 'Tán thành', exact: true }).check();
    await member.getByText(/^Phiếu của bạn: /).waitFor({ state: 'detached' });
    await member.getByRole('radio', { name: 'Không tán thành' }).check();
    await member.getByRole('button', { name: 'Bỏ phiếu' }).click();
    await secretary.getByText('Đã nhận 0 trên 5 phiếu').waitFor();
    await member.context().clearCookies();
    await member.getByRole('button', { name: 'Xác nhận: Bỏ phiếu' }).click();
    await signInAgain(member);
    expect(await member.getByRole('radio', { name: 'Không tán thành' }).isChecked()).toBe(true);
    const ballots = postsOf(member, '/votes');
    await clickTwice(member.getByRole('button', { name: 'Xác nhận: Bỏ phiếu' }));
    await member.getByText('Bạn đã bỏ phiếu: Không tán thành').waitFor();
    expect(ballots).toHaveLength(1);
    // Nobody reloads: the vote of the other one is told.
    await secretary.getByText('Đã nhận 1 trên 5 phiếu').waitFor();
    // Who has voted was there: the refusal stands at that person's row until another record is chosen.
    const ofVoter = secretary.getByLabel(`Có mặt của ${nameOf('chuyengia2')}`, { exact: true });
    await ofVoter.selectOption('absent');
    await secretary.getByRole('button', { name: 'Lưu điểm danh' }).click();
    const refused = secretary.getByText(new RegExp(`^${nameOf('chuyengia2')}: Thành viên đã biểu quyết`));
    await refused.waitFor();
    await shot(secretary, 'attendance-refused');
    await ofVoter.selectOption('present');
    await refused.waitFor({ state: 'detached' });
    await secretary.getByRole('button', { name: 'Lưu điểm danh' }).click();
    await secretary.getByRole('button', { name: 'Xác nhận: Lưu điểm danh' }).click();
    await secretary.getByText('Điểm danh đã lưu').waitFor();
    // Whose ballot is in needs none on paper; who is absent has none.
    await secretary.getByRole('button', { name: 'Nhập phiếu giấy' }).click();
    const voters = secretary.getByRole('dialog').getByLabel('Thành viên').locator('option');
    await voters.nth(3).waitFor({ state: 'attached' });
    expect((await voters.allTextContents()).slice(1).sort()).toEqual(
      ['chuyengia1', 'chuyengia4', 'chuyengia5'].map(nameOf).sort(),
    );
    await secretary.getByRole('dialog').getByRole('radio', { name: 'Tán thành', exact: true }).check();
    await secretary.keyboard.press('Escape');
    await secretary.getByRole('dialog').waitFor({ state: 'detached' });
    await secretary.getByRole('button', { name: 'Nhập phiếu giấy' }).click();
    await secretary.getByRole('radio', { name: 'Tán thành', exact: true, checked: true }).waitFor();
    await secretary.getByRole('button', { name: 'Xóa và nhập từ đầu' }).click();
    await secretary.getByRole('radio', { name: 'Tán thành', exact: true, checked: false }).waitFor();
    await secretary.keyboard.press('Escape');
    await secretary.getByRole('dialog').waitFor({ state: 'detached' });
    const named = secretary.getByRole('region', { name: 'Phiếu của từng người' });
    expect(await named.count()).toBe(0);
    const [session] = (await council.seen()).sessions;
    const motionId = session?.motions[0]?.id ?? '';
    for (const who of ['chuyengia1', 'chuyengia4', 'chuyengia5'])
      await council.votes(motionId, { [who]: 'for' });
    await secretary.getByText('Đã nhận 4 trên 5 phiếu').waitFor();
    await act(secretary, 'Kết thúc biểu quyết', 'Kết thúc biểu quyết');
    await secretary
      .getByText('Tán thành 3, không tán thành 1, không biểu quyết 0, chưa có phiếu 1')
      .waitFor();
    await secretary.getByText('Được thông qua', { exact: true }).waitFor();
    await named.getByRole('row', { name: `${nameOf('chuyengia2')} Không tán thành` }).waitFor();
    await tried(member, 'Ghi ý kiến bảo lưu', {
      said: ['Ý kiến bảo lưu đứng tên bạn được ghi vào biên bản.', 'Không ai được báo.'],
      fill: (dialog) =>
        dialog.getByRole('textbox', { name: 'Ý kiến bảo lưu' }).fill('Đã có kết quả đo của cơ sở.'),
    });
    await secretary.getByText('Đã có kết quả đo của cơ sở.').waitFor();
    await tried(secretary, 'Kết thúc phiên', {
      said: ['Phiên kết thúc và hợp lệ: 4 trên 5 thành viên được tính.'],
    });
    await secretary.getByRole('button', { name: 'Soạn biên bản' }).click();
    await secretary.getByText('Biên bản của một phiên hợp lệ được dự thảo').waitFor();
    await secretary.getByRole('button', { name: 'Xác nhận: Soạn biên bản' }).click();
    const saved = secretary.waitForEvent('download');
    await secretary.getByRole('button', { name: 'Xem dự thảo' }).click();
    expect((await saved).suggestedFilename()).toBe('Biên bản.pdf');
    await shot(secretary, 'closed');
    await expectAccessible(secretary);
    const issued = await dossier.issue('council_minutes', {
      ...{ name: nameOf('chuyengia1'), title: 'Chủ tịch Hội đồng', capacity: 'own', principal: null },
    });
    expect(issued.status).toBe(200);
    // Its number tells outsiders as much as one that was never given: papers of councils are checked by their PDF.
    const asked = async (number: unknown) =>
      (await web.api.anonymous.get(`/api/v1/public/letters?number=${encodeURIComponent(String(number))}`))
        .body;
    const { items } = (await dossier.get<{ items: { kind: string; number: string }[] }>('thuky', '/letters'))
      .body;
    const { number } = items.find(({ kind }) => kind === 'council_minutes') ?? {};
    expect(number).toMatch(/^\d+\/BB-/);
    expect(await asked(number)).toEqual(await asked('999/BB-SKHCN'));
    await secretary.getByText('Đã phát hành').waitFor();

    const phone = await open('chuyengia2', path, { width: 360, language: 'en' });
    await heading(phone, 'Session 1 of the council');
    await phone.getByText('4 of 5 counting members are present').waitFor();
    await expectNoSidewaysScroll(phone);
    await shot(phone, 'phone-en');
    await phone.goto(new URL('/councils', phone.url()).href);
    await phone.getByRole('link', { name: 'Nhà máy gốm Hồng Lam' }).waitFor();
    await expectNoSidewaysScroll(phone);

    const hidden = await open('chuyengia7', path);
    await heading(hidden, 'Không mở được hồ sơ');
    await hidden.goto(new URL('/councils?list=open', hidden.url()).href);
    await hidden.getByText('Không có hội đồng nào ở đây').waitFor();
    expect(await hidden.locator('main').innerText()).not.toContain('Hồng Lam');
  }, 120_000);

  test('votes in writing: who sits is told, and a member who learns of a conflict later steps aside there', async () => {
    const dossier = await aDossier(web.api).named('Nhà máy kính Sông Cái').underReview().open();
    const council = new CouncilDriver(dossier);
    await council.established();
    const { sessionId } = await council.must<{ sessionId: string }>('thuky', '/council/sessions', {
      mode: 'written',
      closesOn: addDays(civilDateOf(web.api.clock.now()), 2),
    });
    const path = `/dossiers/${dossier.id}/council/sessions/${sessionId}`;
    const steppingAside = 'Tôi có xung đột lợi ích với hồ sơ này';
    const secretary = await open('thuky', path);
    const seats = secretary.getByRole('heading', { name: 'Thành viên', exact: true });
    const members = secretary.locator('section', { has: seats });
    await members.getByText(nameOf('chuyengia6')).waitFor();
    expect(await members.getByText('Rút lui vì xung đột lợi ích').count()).toBe(0);
    await secretary.getByRole('button', { name: steppingAside }).waitFor();
    await expectAccessible(secretary);
    const member = await open('chuyengia6', `/dossiers/${dossier.id}`);
    await member.getByRole('button', { name: steppingAside }).waitFor();
    await member.goto(new URL(path, member.url()).href);
    await member.getByRole('button', { name: steppingAside }).click();
    await member.getByLabel('Quan hệ lợi ích').fill('Vừa nhận làm tư vấn cho chủ đầu tư.');
    await member.getByRole('button', { name: 'Xem trước kết quả' }).click();
    await member.getByText('Trưởng phòng được báo để phân công người khác.').waitFor();
    await members.getByText(nameOf('chuyengia6')).waitFor();
    await member.getByRole('button', { name: 'Xác nhận: Có xung đột, xin thôi' }).click();
    await member.getByText('Bạn đã thôi hồ sơ này').waitFor();
    await members.getByText('Rút lui vì xung đột lợi ích').waitFor();
  }, 90_000);
});

describe('a consultation', () => {
  test('is asked by the head and answered by the agency in its own list', async () => {
    const dossier = await anAcceptedDetermination(web.api);
    const head = await open('truongphong1', `/dossiers/${dossier.id}/consultations`);
    const asking = 'Lấy ý kiến cơ quan, tổ chức';
    const dialog = head.getByRole('dialog');
    await head.getByRole('button', { name: asking }).click();
    await dialog.getByLabel('Cơ quan, tổ chức').selectOption(demoOrganisation('environment').id);
    await dialog.getByLabel('Câu hỏi').fill('Khí thải của lò nung có đạt quy chuẩn hay không?');
    // What is written outlives the window and the page.
    await head.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await head.reload();
    await tried(head, asking, {
      as: 'Soạn công văn',
      said: ['Công văn lấy ý kiến', 'Chưa ai được báo'],
      fill: async () => {
        expect(await dialog.getByLabel('Câu hỏi').inputValue()).toContain('Khí thải');
        await dialog.getByLabel('Căn cứ pháp lý').fill('QĐ 29/2023/QĐ-TTg');
        await dialog.getByRole('button', { name: 'Xem trước kết quả' }).click();
        await dialog.locator('[data-drawn="true"] canvas').first().waitFor();
        await shot(head, 'ask-seen');
        await expectAccessible(head);
        // What is changed after the look is looked at again.
        await dialog.getByLabel('Căn cứ pháp lý').fill('Quyết định 29/2023/QĐ-TTg');
      },
    });
    await head.getByText('Chờ phát hành công văn').waitFor();
    await head.getByRole('button', { name: asking }).click();
    expect(await dialog.getByLabel('Câu hỏi').inputValue()).toBe('');
    await head.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await dossier.issue('consultation_request');
    await head.getByText('Chờ trả lời', { exact: true }).waitFor();
    await tried(head, 'Nhắc', { said: ['1 người của', 'lần nhắc thứ 1'] });
    await head.getByText('Đã báo cho 1 người của cơ quan được hỏi.').waitFor();
    await shot(head, 'consultation');
    await expectAccessible(head);

    const agency = await open('phoihop', '/dossiers/consultations', { scheme: 'dark' });
    await agency.getByRole('link', { name: 'Nhà máy gốm Hồng Lam' }).first().waitFor();
    await shot(agency, 'asked-list');
    await expectAccessible(agency);
    await agency.getByRole('link', { name: 'Nhà máy gốm Hồng Lam' }).first().click();
    const form = agency.getByRole('form', { name: 'Trả lời ý kiến' });
    await form.getByLabel('Quan điểm').selectOption('agrees_with_remarks');
    await form.getByLabel('Nội dung trả lời').fill('Đạt quy chuẩn theo kết quả quan trắc.');
    await tab(agency, 'Tài liệu');
    await form.waitFor({ state: 'detached' });
    await tab(agency, 'Lấy ý kiến');
    await form.waitFor();
    expect(await form.getByLabel('Nội dung trả lời').inputValue()).toContain('quan trắc');
    await form.locator('input[type=file]').setInputFiles(FILE);
    await form.getByText('Đã đính kèm: council-paper.pdf').waitFor();
    await shot(agency, 'answer-dark');
    await expectAccessible(agency);
    await form.getByRole('button', { name: 'Gửi trả lời' }).click();
    await agency.getByText('Đã trả lời', { exact: true }).waitFor();
    await head.getByText('Thống nhất, có ý kiến thêm').waitFor();
    await tab(head, 'Tổng quan');
    await head.getByText('1 trên 1 nơi đã trả lời').waitFor();
    const owner = await open('gom', `/dossiers/${dossier.id}`);
    expect(await owner.getByRole('link', { name: 'Lấy ý kiến' }).count()).toBe(0);
    await owner.context().close();
  }, 90_000);
});

const A_CONDITION = {
  what: 'Thay bộ lọc bụi của dây chuyền sấy',
  deadlineOn: '2027-12-31',
  proof: 'Biên bản nghiệm thu',
  responsible: 'Chủ đầu tư',
};

describe('a condition', () => {
  test('is proven by the owner and accepted by the house', async () => {
    const conditions = [A_CONDITION];
    const dossier = await aDossier(web.api)
      .examined()
      .and(async (one) =>
        one.command('chuyenvien1', 'conclude', {
          ...(await conclusion(one)),
          outcome: 'agree_with_conditions',
          conditions,
        }),
      )
      .and((one) => one.command('truongphong1', 'endorse', {}))
      .and((one) => one.command('giamdoc', 'approve_with_conditions', { conditions }))
      .and((one) => one.issue('decision'))
      .open();
    const owner = await open('gom', `/dossiers/${dossier.id}`);
    await tab(owner, 'Điều kiện');
    await tried(owner, 'Nộp minh chứng', {
      said: ['Điều kiện 1: Chờ xem xét minh chứng.', 'Người thụ lý chính và trưởng phòng được báo.'],
      fill: async (dialog) => {
        await dialog.locator('input[type=file]').setInputFiles(FILE);
        await dialog.getByText('Đã đính kèm: council-paper.pdf').waitFor();
        await dialog.getByLabel('Ghi chú').fill('Đã thay xong.');
        await shot(owner, 'proof');
        await expectAccessible(owner);
      },
    });
    await owner.getByText('Chờ xem xét minh chứng').waitFor();
    const head = await open('truongphong1', '/dossiers/conditions?group=proof_submitted', { width: 360 });
    await head.getByRole('link', { name: /Thay bộ lọc bụi/ }).waitFor();
    await expectNoSidewaysScroll(head);
    await expectAccessible(head);
    await head.getByRole('link', { name: /Thay bộ lọc bụi/ }).click();
    await tried(head, 'Dời hạn', {
      said: ['Hạn mới: 31/01/2028, thay cho 31/12/2027.', 'Trịnh Hải Yến'],
      fill: async (dialog) => {
        await dialog.getByLabel('Hạn mới').fill('2028-01-31');
        await dialog.getByLabel('Lý do').fill('Thiết bị nhập về muộn.');
      },
    });
    await head.getByText('31/01/2028').first().waitFor();
    await expectNoSidewaysScroll(head);
    await shot(head, 'conditions-phone');
    await head.getByText('Ghi chú của chủ hồ sơ: Đã thay xong.').waitFor();
    await tried(head, 'Không chấp nhận', {
      said: ['Điều kiện 1: Chưa nộp minh chứng.', 'Còn 1 điều kiện chưa xong'],
      fill: (dialog) => dialog.getByLabel('Lý do').fill('Biên bản chưa có chữ ký.'),
    });
    // The owner is told why where the next proof is handed in.
    await owner.getByRole('note', { name: 'Minh chứng đã nộp chưa được chấp nhận' }).waitFor();
    await owner.getByText('Biên bản chưa có chữ ký.').first().waitFor();
    await tried(owner, 'Nộp minh chứng', {
      said: [],
      fill: async (dialog) => {
        await dialog.locator('input[type=file]').setInputFiles(FILE);
        await dialog.getByText('Đã đính kèm: council-paper.pdf').waitFor();
      },
    });
    await tried(head, 'Chấp nhận', {
      said: ['Điều kiện 1: Đã thực hiện.', /^Được báo: .*Kiều Thu Trang/],
    });
    await owner.getByText('Mọi điều kiện đã được thực hiện.').waitFor();
    await owner.getByRole('button', { name: 'Diễn biến' }).click();
    await owner.getByText('Dời hạn đến 31/01/2028').waitFor();
    await shot(owner, 'condition-met');
    expect(faults.flat()).toEqual([]);
  }, 90_000);
});
