import { describe, expect, it } from '@jest/globals';
import { type Problem } from '../../api/problem.js';
import { type TimelineEntry } from './dossier.types.js';
import { winnerOf } from './winner.js';

const STALE: Problem = { code: 'stale_revision', status: 412, title: '', detail: '' };
const lost = { ...STALE, changedBy: 'Phan Văn Nam', changedAt: '2026-07-13T02:05:00.000Z' } as Problem;
const step = (code: string, at: string) => ({ kind: 'transition', code, at }) as TimelineEntry;

describe('who was faster', () => {
  it('is told by the step of that instant', () => {
    const timeline = [step('accept', '2026-07-13T02:05:00.000Z'), step('submit', '2026-07-13T02:00:00.000Z')];
    expect(winnerOf(lost, timeline)).toMatchObject({ who: 'Phan Văn Nam', command: 'accept' });
  });
  it('names no step where the facts were changed, although there are steps', () => {
    expect(winnerOf(lost, [step('submit', '2026-07-13T02:00:00.000Z')])).toMatchObject({ command: null });
  });
  it('is nobody where the refusal does not tell', () => {
    expect(winnerOf(STALE, [])).toBeNull();
  });
});
