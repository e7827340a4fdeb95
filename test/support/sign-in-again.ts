import { type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#identity';

/** Signs in over a page whose session has ended, as the page asks for it. */
export async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
