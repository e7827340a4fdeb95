import { describe, expect, test } from '@jest/globals';
import { loggedFault } from './logged-fault.js';

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
    const logged = failing(new Error('first\nNguyễn Văn A\n  at Nguyễn'));
    expect(logged).not.toHaveProperty('message');
    expect(logged['stack']).not.toContain('Nguyễn Văn A');
  });

  test('the text of an error of the engine', () => {
    expect(loggedFault(new TypeError('x is not a function'))).toMatchObject({
      message: 'x is not a function',
    });
  });

  test('nothing of what is no error', () => {
    expect(loggedFault('Nguyễn Văn A')).toEqual({ fault: 'string' });
  });
});
