import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.js';
import { inOneTransaction } from './database/one-transaction.js';
import { prepareDatabase } from './database/schema.js';
import { type OpenDatabase, withDatabase } from './database/with-database.js';

/** What the command reads besides its arguments. */
interface Surroundings {
  input: Readable & { isTTY?: boolean };
  /** Instead of that of the process. */
  env?: NodeJS.ProcessEnv;
  out: (line: string) => void;
}
const OPTIONS = ['email', 'name', 'authority-code', 'authority', 'province'] as const;
type Given = Record<(typeof OPTIONS)[number], string> & { 'password-file'?: string | undefined };

const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
const OWN_SURROUNDINGS: Surroundings = { input: process.stdin, out: console.log };

/**
 * Opens a new installation: adds the authority and the account of its first administrator, who adds everybody else. The
 * password comes from standard input or a file, never from an argument. Exit code 0: added, 1: refused.
 */
export async function createAdminCommand(
  args: readonly string[],
  { input, env, out }: Surroundings = OWN_SURROUNDINGS,
): Promise<number> {
  const given = optionsOf(args);
  const password = await passwordFrom(input, given['password-file']);
  await withDatabase(readConfig([], env), async (open) => {
    await prepareDatabase(open.connections, open.secrets);
    await add(open, given, password);
  });
  out(`${given.email} administers ${given.authority}. Everybody else is added at POST /api/v1/users.`);
  return 0;
}

async function add({ connections: { app } }: OpenDatabase, given: Given, password: string): Promise<void> {
  const { addFirstAdmin, authorityIdOf } = await import('#identity');
  const { email, name: displayName, authority: name, 'authority-code': code, province } = given;
  const admin = { authority: { code, name, province }, email, displayName, password };
  let known: string | null = null;
  await inOneTransaction(app, NO_AUTHORITY, async (tx) => void (known = await authorityIdOf(tx, code)));
  let isAdded = false;
  await inOneTransaction(app, known ?? randomUUID(), async (tx) => {
    isAdded = await addFirstAdmin(tx, admin);
  }).catch(told);
  if (!isAdded)
    throw new ConfigError(
      `${code} has an administrator already, who can add others (POST /api/v1/users). Nothing was changed.`,
    );
}

/** A refusal in the words of the catalogue. */
async function told(error: unknown): Promise<never> {
  const [{ Refusal }, { problemOf }] = await Promise.all([import('#kernel'), import('#contracts')]);
  if (!(error instanceof Refusal)) throw error;
  const { title, action } = problemOf(error.code).en;
  throw new ConfigError(`${error.code}: ${title}. ${action}`, { cause: error });
}

function optionsOf(args: readonly string[]): Given {
  const text = { type: 'string' } as const;
  const options = { ...Object.fromEntries(OPTIONS.map((name) => [name, text])), 'password-file': text };
  let values: Partial<Given>;
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See create-admin --help.`, { cause });
  }
  const missing = OPTIONS.filter((name) => !values[name]?.trim());
  if (missing.length > 0)
    throw new ConfigError(`create-admin needs ${missing.map((name) => `--${name}`).join(', ')}.`);
  const given = values as Given;
  if (!/^[^\s@]+@[^\s@]+$/.test(given.email)) throw new ConfigError('--email is no address.');
  if (!/^[A-Z0-9.-]{2,20}$/.test(given['authority-code']))
    throw new ConfigError('--authority-code is 2 to 20 of A-Z, 0-9, full stop and hyphen, such as H49.01.');
  return given;
}

/** The first line of the file or of what comes in; from a terminal it is asked for and not shown. */
async function passwordFrom(input: Surroundings['input'], file: string | undefined): Promise<string> {
  const text = file === undefined ? await entered(input) : await readPasswordFile(file);
  const [password = ''] = text.split(/\r?\n/);
  if (password === '')
    throw new ConfigError('The password is empty: give it by standard input or --password-file.');
  return password;
}

const readPasswordFile = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`--password-file: ${file} cannot be read.`, { cause });
  });

async function entered(input: Surroundings['input']): Promise<string> {
  if (input.isTTY === true) return askedFor(input);
  let text = '';
  for await (const piece of input) text += String(piece);
  return text;
}

async function askedFor(input: Readable): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input, output: nowhere, terminal: true });
  process.stderr.write('Password (not shown): ');
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
