import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfig, VARIABLES } from './config.js';

const SECRETS = { JWT_SECRET: 'j'.repeat(32), SESSION_SECRET: 's'.repeat(32) };
const PRODUCTION = { NODE_ENV: 'production', ...SECRETS };
const exampleFile = readFileSync('.env.example', 'utf8')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]);

describe('configuration', () => {
  test('.env.example lists exactly the variables that are read, with values that are the defaults', () => {
    expect(Object.fromEntries(exampleFile)).toEqual(VARIABLES);
    expect(readConfig(Object.fromEntries(exampleFile))).toEqual(readConfig({}));
  });

  test('reads no variable that the list does not name', () => {
    const read = new Set<string>();
    readConfig(
      new Proxy(
        { NODE_ENV: 'production', DEMO_ACCOUNTS: 'false', ...SECRETS },
        { get: (target, name: string) => (read.add(name), (target as Record<string, string>)[name]) },
      ),
    );
    expect([...read].sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  test.each([
    ['PORT', '70000', 'from 0 to 65535'],
    ['PORT', '3000x', 'a whole number'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'addresses, networks'],
    ['TRUSTED_PROXIES', 'everybody', 'loopback'],
    ['MODE', 'demo', 'demonstration | official'],
    ['NODE_ENV', 'prod', 'development | test | production'],
    ['DEMO_ACCOUNTS', 'yes', 'true | false'],
    ['DATABASE_URL', 'mysql://x', 'postgres:'],
    ['DATABASE_URL', 'postgres://host', 'postgres://user:password@host:port/database'],
    ['PUBLIC_URL', 'somewhere', 'http:'],
    ['JWT_SECRET', 'short', 'at least 32 characters'],
    ['FILE_CODE_TEMPLATE', 'H49', 'yymmdd'],
    ['PRODUCTION_EXCEPTIONS', 'everything', 'demo_accounts'],
    ['LOG_LEVEL', 'loud', 'trace | debug'],
  ])('%s=%s stops the start and says what is allowed', (name, value, allowed) => {
    const env = {
      NODE_ENV: name === 'PRODUCTION_EXCEPTIONS' ? 'production' : 'test',
      ...SECRETS,
      DEMO_ACCOUNTS: 'false',
      [name]: value,
    };
    expect(() => readConfig(env)).toThrow(
      expect.objectContaining({ variable: name, allowed: expect.stringContaining(allowed) }),
    );
  });

  test('a wrong secret is not repeated in the message', () => {
    expect(() => readConfig({ JWT_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2).*JWT_SECRET/);
  });

  test.each([
    ['JWT_SECRET', { NODE_ENV: 'production', SESSION_SECRET: SECRETS.SESSION_SECRET }],
    ['SESSION_SECRET', { NODE_ENV: 'production', JWT_SECRET: SECRETS.JWT_SECRET }],
    ['DEMO_ACCOUNTS', { ...PRODUCTION, DEMO_ACCOUNTS: 'true' }],
    ['EMBEDDED_DATABASE', { ...PRODUCTION, EMBEDDED_DATABASE: 'true' }],
  ])('production refuses a demonstration value of %s', (variable, env) => {
    expect(() => readConfig(env)).toThrow(expect.objectContaining({ variable }));
  });

  test('production accepts what it was told to accept', () => {
    const env = {
      ...PRODUCTION,
      DEMO_ACCOUNTS: 'true',
      EMBEDDED_DATABASE: 'true',
      PRODUCTION_EXCEPTIONS: 'demo_accounts,embedded_database',
    };
    expect(readConfig(env)).toMatchObject({
      demoAccounts: true,
      embeddedDatabase: true,
      secureCookies: true,
    });
  });
});
