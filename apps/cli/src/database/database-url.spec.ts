import { describe, expect, it } from '@jest/globals';
import { readPlaces } from '#configuration';
import { fromDatabaseUrl, toDatabaseUrl } from './database-url.js';

const account = { port: 5433, user: 'techgate_app', password: 'p@ss/w:rd', database: 'techgate' };

describe('the address of a database', () => {
  it.each(['127.0.0.1', 'db.example', '[::1]', '/srv/tech gate/data/postgres'])(
    'names %s so that launcher and programs read the same',
    (host) => {
      const url = toDatabaseUrl({ host, ...account });
      expect(fromDatabaseUrl(url)).toEqual({ host, ...account });
      expect(readPlaces({ DATABASE_URL: url }).database).toMatchObject({ host, ...account });
    },
  );
});
