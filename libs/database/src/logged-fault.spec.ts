import { describe, expect, test } from '@jest/globals';
import { loggedFault } from './logged-fault.js';

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};
const failing = (error: Error, more: object = {}) => loggedFault(Object.assign(error, more));

describe('what of a fault stands in the log', () => {
  test('where it happened, and the codes of the database, but never a text that somebody entered', () => {
    class DatabaseError extends Error {}
    const error = new DatabaseError('invalid input syntax for type uuid: "Nguyễn Văn A"');
    const logged = failing(error, { name: 'error', code: '22P02', constraint: 'c' });
    expect(logged).toMatchObject({ fault: 'DatabaseError', state: '22P02', constraint: 'c' });
    expect(JSON.stringify(logged)).not.toContain('Nguyễn');
    expect(String(logged['stack'])).toContain('logged-fault.spec');
  });

  test('a text of several lines does not slip in with the stack', () => {
    const logged = failing(new Error('first\nNguyễn Văn A\n    at Nguyễn\n    at Nguyễn (/srv/a.js:1:2)'));
    expect(logged).not.toHaveProperty('message');
    expect(JSON.stringify(logged)).not.toContain('Nguyễn');
    expect(String(logged['stack'])).toContain('logged-fault.spec');
  });

  test('nor one that the error carries no more, unless it names a place in a file', () => {
    const error = new Error('first\n    at Nguyễn Văn A\n    at Nguyễn (Hà Nội:1)');
    error.message = 'another';
    expect(JSON.stringify(loggedFault(error))).not.toContain('Nguyễn');
  });

  test.each([
    ['a time zone', () => new Intl.DateTimeFormat('vi', { timeZone: 'Nguyễn Văn A' })],
    ['a field', () => 'name' in ('Nguyễn Văn A' as never)],
    ['a whole number', () => BigInt('Nguyễn Văn A')],
  ])('not what the engine quotes of %s', (_what, entered) => {
    const error = thrownBy(entered);
    expect(String(error)).toContain('Nguyễn Văn A');
    const logged = loggedFault(error);
    expect(logged['fault']).toMatch(/^(Range|Type|Syntax)Error$/);
    expect(JSON.stringify(logged)).not.toContain('Nguyễn');
  });

  test('calls that somebody waits for, with a name and without', () => {
    const error = new Error('x');
    const calls = ['    at async file:///srv/a.js:1:2', '    at async Tx.run (file:///srv/b.js:3:4)'];
    error.stack = ['Error: x', ...calls].join('\n');
    expect(loggedFault(error)['stack']).toEqual(calls);
  });

  test('nothing of what is no error', () => {
    expect(loggedFault('Nguyễn Văn A')).toEqual({ fault: 'string' });
  });
});
