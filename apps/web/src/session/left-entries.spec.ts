import { expect, test } from '@jest/globals';
import { isContent, isContentOf, unsavedKinds } from './left-entries.js';

const ME = '00000001-0000-4000-8000-000000000001';
const OTHER = '00000001-0000-4000-8000-000000000002';
const answers = (texts: string[], base: string[]) =>
  JSON.stringify({ texts, files: [], base: { texts: base, files: [] }, revision: 1, clashes: [] });

test('contents are told from preferences and from what is of others, and are of one person', () => {
  const names = [`techgate.unsaved.${ME}.d1.x`, `techgate.intake.${ME}`, `techgate.entry.${ME}.ask.d1`];
  expect(names.filter((name) => isContentOf(ME, name))).toEqual(names);
  expect(names.filter((name) => isContentOf(OTHER, name))).toEqual([]);
  const stay = [
    ...[`techgate.worklist.columns.${ME}`, `techgate.worklist.view.${ME}`, 'techgate.language'],
    ...['mantine-color-scheme-value', `another.unsaved.${ME}`],
  ];
  expect(stay.filter(isContent)).toEqual([]);
});

test('unsaved is what the server does not have: answers that are its draft already are not, nor what was looked at', () => {
  const entries = (said: string, saved: string) => [
    [`techgate.answers.${ME}.r1`, answers([said], [saved])] as const,
    [`techgate.opened.${ME}.o1`, 'd1'] as const,
    [`techgate.unsaved.${OTHER}.d1.x`, '{}'] as const,
  ];
  expect(unsavedKinds(entries('Đã nộp.', 'Đã nộp.'), ME)).toEqual([]);
  expect(unsavedKinds(entries('Đã nộp.', ''), ME)).toEqual(['answers']);
  expect(unsavedKinds([[`techgate.answers.${ME}.r1`, '{'] as const], ME)).toEqual([]);
  const all = [
    ...entries('b', 'a'),
    [`techgate.step.${ME}.d1.accept`, '{}'],
    [`techgate.unsaved.${ME}.d1.x`, '{}'],
  ];
  expect(unsavedKinds(all as [string, string][], ME)).toEqual(['unsaved', 'answers', 'step']);
});
