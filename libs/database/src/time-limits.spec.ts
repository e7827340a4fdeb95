import { describe, expect, it } from '@jest/globals';
import { timeLimits } from './time-limits.js';

const DATABASE = { host: 'h', port: 1, user: 'u', password: 'p', database: 'd' };

describe('timeLimits', () => {
  it('are none for migrations and verify, which may take as long as they need', () => {
    expect(timeLimits(DATABASE)).toEqual({});
  });

  it('give a cut-off transaction its locks back later than a statement is cancelled, and never wait long for a connection', () => {
    expect(timeLimits({ ...DATABASE, statementSeconds: 30 })).toMatchObject({
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    });
    expect(timeLimits({ ...DATABASE, statementSeconds: 1 }).connectionTimeoutMillis).toBe(1000);
  });
});
