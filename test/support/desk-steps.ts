import { type Locator, type Page } from 'playwright-core';
import { type Outcome } from '#contracts';

/** What people do on the page of a dossier, step by step as they would (in Vietnamese). */

const steps = (page: Page) => page.getByRole('region', { name: 'Bước tiếp theo' });
/** One side of the dossier by the name of its tab. */
export const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Nội dung hồ sơ' }).getByRole('link', { name, exact: true }).click();

/** Opens a step, fills its form and looks at what it would do. */
export async function preview(page: Page, command: string, fill?: () => Promise<unknown>) {
  await steps(page).getByRole('button', { name: command, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: command });
  const look = dialog.getByRole('button', { name: 'Xem trước kết quả' });
  await look.waitFor();
  await fill?.();
  await look.click();
  await dialog.getByRole('region', { name: 'Nếu thực hiện' }).waitFor();
  return dialog;
}
/** Takes a step after a look at what it would do. */
export async function take(page: Page, command: string, fill?: () => Promise<unknown>) {
  const dialog = await preview(page, command, fill);
  await dialog.getByRole('button', { name: `Xác nhận: ${command}` }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Does what the first of the forms with such a button says until none is left; one answer may settle several. */
async function submitAll(page: Page, name: string, fill: () => Promise<unknown>) {
  const buttons = page.getByRole('button', { name, exact: true });
  const confirming = page.getByRole('button', { name: `Xác nhận: ${name}` });
  while ((await buttons.count()) > 0) {
    await fill();
    await buttons.first().click();
    await confirming.click();
    await confirming.waitFor({ state: 'detached' });
  }
}

/** Answers every candidate and looks into every annex of the last screening. */
export async function examine(page: Page) {
  await tab(page, 'Kết quả sàng lọc');
  await page.getByText(/^Lần sàng lọc 1/).waitFor();
  await submitAll(page, 'Ghi kết quả đối chiếu', async () => {
    await page.getByRole('radio', { name: 'Không thuộc danh mục' }).first().check();
    await page.getByLabel('Lý do', { exact: true }).first().fill('Đã đối chiếu tên và quy trình.');
  });
  await submitAll(page, 'Ghi kết quả tra cứu', () =>
    page.getByLabel('Đã tra cứu thế nào').first().fill('Đã tra cứu bản giấy.'),
  );
}

/** Writes the own opinion on every criterion and puts it on record after a look at what that does. */
export async function recordOpinion(page: Page, proposal: Outcome, summary: string) {
  await tab(page, 'Ý kiến');
  await page.getByLabel('Tóm tắt ý kiến').fill(summary);
  for (const radio of await page.getByRole('radio', { name: 'Đạt', exact: true }).all()) await radio.check();
  await page.getByLabel('Đề nghị', { exact: true }).selectOption(proposal);
  await page.getByText('Đã lưu bản nháp').waitFor();
  await page.getByRole('button', { name: 'Ghi chính thức ý kiến' }).click();
  await page.getByRole('button', { name: 'Xác nhận: Ghi chính thức ý kiến' }).click();
  await page.getByRole('heading', { name: 'Ý kiến của bạn đã được ghi' }).waitFor();
}

/** What the lead appraiser concludes, with a reason wherever a finding needs one. */
export async function conclude(
  page: Page,
  outcome: Outcome,
  summary: string,
  fill?: (dialog: Locator) => Promise<unknown>,
) {
  await take(page, 'Kết luận', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Kết luận').selectOption(outcome);
    await dialog.getByLabel('Tóm tắt').fill(summary);
    await fill?.(dialog);
    for (const answer of await dialog.getByLabel('Cách xử lý').all())
      await answer.selectOption('accepted_risk');
    for (const reason of await dialog.getByLabel('Lý do xử lý').all()) await reason.fill('Không ảnh hưởng.');
  });
}

/** Numbers and issues the letter of this kind on its tab. */
export async function issueLetter(page: Page, kind: string) {
  await tab(page, 'Văn bản');
  const letter = page.locator('.mantine-Paper-root', { has: page.getByRole('heading', { name: kind }) });
  await letter.getByRole('button', { name: 'Cấp số, phát hành' }).click();
  await letter.getByLabel('Người ký', { exact: true }).fill('Võ Hữu Nghĩa');
  await letter.getByLabel('Chức vụ người ký').fill('Giám đốc');
  await letter.getByRole('button', { name: 'Phát hành văn bản' }).click();
  await letter.getByText(/^Số 0?1\//).waitFor();
}
