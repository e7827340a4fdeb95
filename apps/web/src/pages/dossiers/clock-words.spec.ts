import { describe, expect, it } from '@jest/globals';
import { type TFunction } from 'i18next';
import { movementWords, readingWords, stopWords } from './clock-words.js';

/** Keys with what is put into them; what has no text of its own falls back. */
const t = ((key: string, given: Record<string, string> = {}) => {
  const { defaultValue, ...said } = given;
  if (defaultValue !== undefined && key.endsWith('unheard_of')) return defaultValue;
  return [key.replace('clocks.', ''), ...Object.values(said)].join('|');
}) as unknown as TFunction<'dossier'>;

const move = (from: string | null, to: string | null, reason: string) => ({
  ...{ movement: 1, from, to, reason, at: '2026-07-13T02:00:00Z' },
});

describe('what moved a clock', () => {
  it('is said with its reason and both days', () => {
    expect(movementWords(move('2026-07-20', '2026-07-24', 'extended'), t)).toBe(
      'moved|moveReason.extended|20/07/2026|24/07/2026',
    );
    expect(movementWords(move('2026-07-20', null, 'stopped_by_supplement_requested'), t)).toContain(
      'standsStill|moveReason.stopped|stopReason.supplement_requested|20/07/2026',
    );
    expect(movementWords(move(null, null, 'unheard_of'), t)).toContain('noDate|moveReason.other');
  });
  it('is said of stops with why and by which article', () => {
    const stop = { fromOn: '2026-07-14', toOn: null, reason: 'clarification_requested', basis: 'Điều 1' };
    expect(stopWords(stop, t)).toBe('stoppedStill|14/07/2026|stopReason.clarification_requested|Điều 1');
    expect(stopWords({ ...stop, toOn: '2026-07-16' }, t)).toContain('16/07/2026');
  });
  it('is said of other readings with the day that they would give', () => {
    expect(
      readingWords({ dueOn: '2026-07-22', reasons: ['counted_from_receipt', 'stop_not_verified'] }, t),
    ).toBe('reading|readingReason.counted_from_receipt; readingReason.stop_not_verified|22/07/2026');
    expect(readingWords({ dueOn: null, reasons: ['unheard_of'] }, t)).toBe(
      'readingStill|readingReason.other',
    );
  });
});
