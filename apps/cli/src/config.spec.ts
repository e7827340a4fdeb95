import { join } from 'node:path';
import { ConfigError, readConfig } from './config.js';
import { fromDatabaseUrl, toDatabaseUrl } from './database/database-url.js';

describe('the configuration of the commands', () => {
  it('runs on port 3000 with everything below .data when nothing is set', () => {
    const config = readConfig([], {});
    expect(config).toMatchObject({ port: 3000, databaseUrl: null, demo: true, underNpm: false });
    expect(config.dataDir).toBe(join(config.root, '.data'));
  });

  it('ends with its input only where it is told to', () => {
    expect(readConfig([], {}).endsWithInput).toBe(false);
    expect(readConfig([], { TECHGATE_ENDS_WITH_INPUT: 'true' }).endsWithInput).toBe(true);
  });

  it('lets --port win over PORT', () => {
    expect(readConfig(['--port', '4001'], { PORT: '4000' }).port).toBe(4001);
    expect(readConfig([], { PORT: '4000' }).port).toBe(4000);
  });

  it.each([
    [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535, not "70000".'],
    [{ TECHGATE_POSTGRES_PORT: 'x' }, 'TECHGATE_POSTGRES_PORT must be a whole number'],
    [{ DATABASE_URL: 'mysql://a@b/c' }, 'DATABASE_URL must read postgres://'],
    [{ DATABASE_URL: 'postgres://a@b' }, 'DATABASE_URL must read postgres://'],
    [{ DATABASE_OWNER_URL: 'nonsense' }, 'DATABASE_OWNER_URL must read postgres://'],
  ])('names the variable that is wrong: %j', (env, message) => {
    expect(() => readConfig([], env)).toThrow(ConfigError);
    expect(() => readConfig([], env)).toThrow(message);
  });

  it('refuses an option that it does not know', () => {
    expect(() => readConfig(['--prot', '1'], {})).toThrow(ConfigError);
  });

  it('loads no demonstration in production unless told to', () => {
    expect(readConfig([], { NODE_ENV: 'production' }).demo).toBe(false);
    expect(readConfig([], { NODE_ENV: 'production', DEMO_ACCOUNTS: 'true' }).demo).toBe(true);
    expect(readConfig([], { DEMO_ACCOUNTS: 'false' }).demo).toBe(false);
  });
});

describe('database addresses', () => {
  it('survive passwords with reserved characters', () => {
    const config = {
      host: 'db.example',
      port: 5433,
      user: 'techgate_app',
      password: 'a:b/c@d?e#f g%',
      database: 'techgate',
    };
    expect(fromDatabaseUrl(toDatabaseUrl(config))).toEqual(config);
  });

  it('have port 5432 when they name none', () => {
    expect(fromDatabaseUrl('postgres://a:b@db.example/techgate').port).toBe(5432);
  });
});
