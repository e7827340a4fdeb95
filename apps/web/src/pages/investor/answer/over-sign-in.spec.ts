import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../../../api/problem.js';
import { overSignIn } from './over-sign-in.js';

const refusal = (status: number, code: string) => new ProblemError({ status, code, title: code, detail: '' });
/** An act that is refused so many times, and a session that opens after so many pauses. */
function scene(refusals: ProblemError[], pausesNeeded: number) {
  const done: string[] = [];
  const session = {
    isOpen: () => done.filter((one) => one === 'pause').length >= pausesNeeded,
    resume: () => Promise.resolve(void done.push('resume')),
  };
  const act = () => {
    done.push('act');
    const refused = refusals.shift();
    return refused ? Promise.reject(refused) : Promise.resolve('done');
  };
  const pause = () => Promise.resolve(void done.push('pause'));
  return { done, run: () => overSignIn(act, session, pause) };
}

describe('an act during which the session ends', () => {
  it('waits for the person and goes on', async () => {
    const { done, run } = scene([refusal(401, 'not_signed_in')], 2);
    expect(await run()).toBe('done');
    expect(done).toEqual(['act', 'pause', 'pause', 'act']);
  });
  it('asks for the new token when somebody signed in on another page', async () => {
    const { done, run } = scene([refusal(403, 'csrf_token_invalid')], 0);
    expect(await run()).toBe('done');
    expect(done).toEqual(['act', 'resume', 'act']);
  });
  it('says every other refusal at once', async () => {
    const { done, run } = scene([refusal(409, 'stale_revision')], 0);
    await expect(run()).rejects.toThrow();
    expect(done).toEqual(['act']);
  });
});
