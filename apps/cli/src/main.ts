import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { ConfigError } from './config.js';

/** One operator's command; its code is loaded only when it is called. */
interface Command {
  summary: string;
  help: string;
  load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    summary: 'run everything on this machine until Ctrl-C',
    help: 'start [--port <number>]\n\nStarts the embedded PostgreSQL (or uses DATABASE_URL), migrates, seeds, runs API and worker.',
    load: async () => (await import('./start/start.command.js')).start,
  },
  migrate: {
    summary: 'bring the schema up to date',
    help: 'migrate\n\nRuns pending migrations as the owner role (DATABASE_OWNER_URL, or the embedded PostgreSQL).',
    load: async () => (await import('./migrate.command.js')).migrateCommand,
  },
  seed: {
    summary: 'load legal packs and demo data',
    help: 'seed\n\nMigrates, then loads what `start` loads; running it again changes nothing.',
    load: async () => (await import('./seed.command.js')).seedCommand,
  },
  'create-admin': {
    summary: 'open a new installation: its authority and its first administrator',
    help: `create-admin --email <address> --name <name> --authority-code <code> --authority <name> --province <name>
             [--password-file <file>]

Takes the password from the first line of standard input (a terminal is asked, and shows nothing) or of the file,
never from an argument. Refuses where somebody administers the authority already.`,
    load: async () => (await import('./create-admin.command.js')).createAdminCommand,
  },
  'explain-deadline': {
    summary: 'explain the due dates of a dossier day by day',
    help: 'explain-deadline --dossier <file code or id> [--clock <rule id>]\n\nEvery day counted or skipped and why, with the article and the other readings, in Vietnamese.',
    load: async () => (await import('./explain-deadline.command.js')).explainDeadlineCommand,
  },
  backup: {
    summary: 'save database, stored files and keys into a new folder, or check a backup',
    help: 'backup --to <folder> (--passphrase-file <file> | --keys plain | --keys none)\nbackup --check <backup>\n\nOne instant of everything, whatever is written meanwhile (docs/how-to/back-up-and-restore.md). The passphrase\nseals the key that signs checkpoints; plain copies it open, none leaves it out. Needs the owner of the schema.',
    load: async () => (await import('./backup/backup.command.js')).backupCommand,
  },
  restore: {
    summary: 'restore a backup into an empty installation, and verify it',
    help: 'restore --from <backup> [--passphrase-file <file> | --keys none] [--erasures <erasures.jsonl>]\n\nChecks the whole backup first; refuses a database or folder that is not empty, and a backup of a newer version.\nExit code 0: restored and every chain, checkpoint and file verified, 1: not.',
    load: async () => (await import('./backup/restore.command.js')).restoreCommand,
  },
  recount: {
    summary: 'count all dossiers anew, when verify says tally_differs',
    help: 'recount\n\nThe counts of lists come from a tally that acts keep. Needs the owner of the schema; acts wait meanwhile.',
    load: async () => (await import('./recount.command.js')).recountCommand,
  },
  demo: {
    summary: 'play realistic dossiers through the API on a throw-away database and print what became of them',
    help: 'demo [--json]\n\nPlays the histories of test/fixtures/dossiers. Exit code 0: all went as they say, 1: not.',
    load: async () => (await import('./demo/demo.command.js')).demoCommand,
  },
  verify: {
    summary:
      'check the log, its checkpoints, what it says of dossiers, and the files; names the first bad place',
    help: 'verify [--key <public.pem>] [--files <storage folder>] [--checkpoint <file or line>]\nverify --export <file.json> --key <public.pem>\n\nChecks the database, or an export without any (docs/verification.md). Files and known checkpoints are\nthose of this installation unless named; --key and --checkpoint may be given several times. Exit code 0: sound, 1: not.',
    load: async () => (await import('./verify.command.js')).verifyCommand,
  },
};

const nameWidth = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
const overview = (): string =>
  [
    'Usage: npm run cli -- <command> [--help]',
    '',
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(nameWidth)}  ${summary}`),
  ].join('\n');

async function run(command: Command, args: readonly string[]): Promise<number> {
  try {
    return await (
      await command.load()
    )(args);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Runs one command by its name and returns the exit code: 0, 1 when it failed, 2 when there is no such command. */
export async function runCommand([name = '--help', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const asked = name === '--help' || name === 'help';
    console[asked ? 'log' : 'error'](asked ? overview() : `There is no command "${name}".\n\n${overview()}`);
    return asked ? 0 : 2;
  }
  if (!args.includes('--help')) return run(command, args);
  console.log(command.help);
  return 0;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  process.exitCode = await runCommand(argv.slice(2));
}
