import { describe, expect, it } from '@jest/globals';
import { type Problem } from '../../../api/problem.js';
import { type TimelineEntry } from '../dossier.types.js';
import { changeSince, winnerOf } from './winner.js';

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

describe('what happened behind an open window', () => {
  const moved = (code: string, from: string, to: string, at: string) =>
    ({ ...step(code, at), from, to, actorName: null, actorRole: 'clerk' }) as TimelineEntry;
  const accepted = moved('accept', 'submitted', 'accepted', '2026-07-13T02:05:00.000Z');
  const screened = moved('screen', 'accepted', 'screened', '2026-07-13T02:06:00.000Z');
  it('is the step that led from there to here', () => {
    expect(changeSince('submitted', 'accepted', [accepted])).toMatchObject({
      who: 'clerk',
      command: 'accept',
    });
  });
  it('is the last of several steps, and nothing before the timeline tells it', () => {
    expect(changeSince('submitted', 'screened', [accepted, screened])).toMatchObject({ command: 'screen' });
    expect(changeSince('submitted', 'accepted', [])).toBeNull();
  });
});
