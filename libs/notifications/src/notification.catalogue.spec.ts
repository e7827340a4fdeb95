import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '#contracts';
import { NOTIFICATION_TEXTS, notificationText } from './notification.catalogue.js';

describe('texts of notifications', () => {
  test.each(COMMANDS.map((command) => [command]))(
    '%s is told in both languages with the name of the project',
    (command) => {
      const kind = `dossier.${command}`;
      const texts = (['vi', 'en'] as const).map((language) =>
        notificationText(kind, { projectName: 'Kính nổi' }, language),
      );
      expect(texts.every((text) => text.includes('"Kính nổi"'))).toBe(true);
      expect(texts[0]).not.toBe(texts[1]);
    },
  );
  test('values are filled in, days as they are written here', () => {
    expect(
      notificationText('clock.warning', { projectName: 'A', percent: 75, dueOn: '2026-07-10' }, 'en'),
    ).toBe('"A" has used 75 % of its time; due on 10/07/2026.');
  });
  test('a kind without text gives a general sentence, and a missing value none', () => {
    expect(NOTIFICATION_TEXTS.has('x.y')).toBe(false);
    expect(notificationText('x.y', {}, 'en')).toBe('There is news on the dossier "".');
  });
});
