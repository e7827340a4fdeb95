import { expect, test } from '@jest/globals';
import { type TFunction } from 'i18next';
import { type Bilingual } from '#contracts';
import { audit } from '../../i18n/vi/audit.js';
import { words } from '../../i18n/vi/words.js';
import { factWords } from './entry-words.js';

const TEXTS: Record<string, unknown> = { audit, words };

/** Texts by their path, with what is put into them. */
const t = ((key: string, { defaultValue, ...given }: Record<string, string> = {}) => {
  const [area = '', path = ''] = key.split(':');
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], TEXTS[area]);
  const text = typeof found === 'string' ? found : (defaultValue ?? key);
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => given[name] ?? '');
}) as unknown as TFunction<['audit', 'words']>;

const told = (facts: Record<string, string | number | boolean | null>, refusal: Bilingual | null = null) =>
  Object.fromEntries(
    factWords({ facts, refusal }, t, ({ vi }) => vi).map(({ name, value }) => [name, value]),
  );

test('facts and their coded values are told in words', () => {
  expect(told({ trackingSecretVersion: 1, consultation: null, blocking: false })).toEqual({
    'lần cấp mã tra cứu': '1',
    'có phát hiện chặn': 'không',
  });
  expect(told({ state: 'accepted', declaration: 'no_conflict', recommendation: 'agree' })).toEqual({
    'trạng thái': 'đã nhận',
    'cam kết': 'không có xung đột lợi ích',
    'đề xuất': 'đồng ý',
  });
  expect(told({ reason: 'clock_started' })).toEqual({ 'lý do': 'bắt đầu tính' });
  const stopped = `tạm dừng: ${words.status.supplement_requested}`;
  expect(told({ reason: 'stopped_by_supplement_requested' })).toEqual({ 'lý do': stopped });
  expect(told({ from: 'draft', to: 'proof_submitted' })).toEqual({
    từ: words.status.draft,
    đến: 'đã nộp minh chứng',
  });
  expect(told({ roles: 'admin,clerk' })).toEqual({
    'vai trò': `${words.role.admin}, ${words.role.clerk}`,
  });
});

test('a refused act is told by its name, and its refusal by the title', () => {
  const refusal = { vi: 'Hồ sơ đã thay đổi', en: 'The dossier has changed' };
  expect(told({ command: 'save_opinion', code: 'stale_revision' }, refusal)).toEqual({
    lệnh: 'Lưu ý kiến',
    'lý do bị từ chối': 'Hồ sơ đã thay đổi',
  });
  expect(told({ command: 'submit', code: 'of_an_older_release' })).toEqual({
    lệnh: words.command.submit,
    mã: 'of_an_older_release',
  });
});

test('what has no words yet is told as it stands', () => {
  expect(told({ somethingNew: 'a_code' })).toEqual({ somethingNew: 'a_code' });
});
