import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIT_ACTIONS, COMMANDS, DOSSIER_ACTS, PROJECT_ACTS } from '#contracts';
import { AREAS } from '../../apps/web/src/i18n/areas.js';
import { words as english } from '../../apps/web/src/i18n/en/words.js';
import { words as vietnamese } from '../../apps/web/src/i18n/vi/words.js';
import { ROOT } from './cruise.js';

/** Words of notifications and rules that look like acts and are told elsewhere. */
const NO_ACTS = new Set([
  ...['assignment.conflict', 'clock.overdue', 'clock.warning', 'council.invited', 'tracking.renewed'],
]);
const FAMILIES = new Set(AUDIT_ACTIONS.map((action) => action.split('.')[0]));

/** Sources that append to the log, by the functions that do. */
const SOURCES = execFileSync(
  'git',
  ['ls-files', 'libs/*.ts', 'apps/api/src/*.ts', 'apps/cli/src/*.ts', 'apps/worker/src/*.ts'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && !file.endsWith('.spec.ts') && !file.startsWith('libs/contracts/'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'));
const APPENDING =
  /appendAudit|recordRefusal|auditLog|keepAndLog|log(Letter|Consultation|Match|Secret|AccountAct|Council|Project|Import)\b/;

/** Acts that the code names whole, and those of families whose second word is handed over. */
function namedActs(): string[] {
  const appending = SOURCES.filter((source) => APPENDING.test(source));
  const all = (pattern: RegExp, family = '') =>
    appending.flatMap((source) => [...source.matchAll(pattern)].map(([, act]) => `${family}${act}`));
  const whole = all(/'([a-z_]+\.[a-z_]+)'/g).filter(
    (act) => FAMILIES.has(act.split('.')[0]) && !NO_ACTS.has(act),
  );
  return [
    ...whole,
    ...all(/logImport\(\s*tx,\s*'([a-z_]+)'/g, 'project_import.'),
    ...all(/logCouncil\(\s*tx,\s*\w+,\s*'([a-z_]+)'/g, 'council.'),
  ];
}

describe('the acts of the log', () => {
  test('whatever the code appends is listed', () => {
    const named = namedActs();
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((act) => !AUDIT_ACTIONS.includes(act))).toEqual([]);
  });

  test('none is named by a text that begins with something else than its family', () => {
    const composed = SOURCES.flatMap((source) =>
      [...source.matchAll(/\baction: `([^`]*)`/g)].map(([, act]) => act ?? ''),
    );
    expect(composed.length).toBeGreaterThan(4);
    expect(composed.filter((act) => !FAMILIES.has(/^([a-z_]+)\.\$\{/.exec(act)?.[1]))).toEqual([]);
  });

  test.each(['vi', 'en'] as const)('a refused act has its name in %s', async (language) => {
    const { value }: { value: Record<string, Record<string, string>> } = await AREAS.audit[language]();
    const commands: Record<string, string> = (language === 'vi' ? vietnamese : english).command;
    const written = SOURCES.flatMap((source) =>
      [...source.matchAll(/facts: \{ command: '([a-z_]+)'/g)].map(([, act]) => act ?? ''),
    );
    expect(written.length).toBeGreaterThan(1);
    const acts = [...DOSSIER_ACTS, ...PROJECT_ACTS, ...written];
    expect(acts.filter((act) => !(value['command']?.[act] ?? commands[act]))).toEqual([]);
  });

  test.each(['vi', 'en'] as const)('each has its text in %s', async (language) => {
    const { act }: { act: Record<string, string> } = await AREAS.audit[language]();
    const commands: Record<string, string> = (language === 'vi' ? vietnamese : english).command;
    const isCommand = (action: string) => COMMANDS.some((command) => action === `dossier.${command}`);
    const textOf = (action: string) =>
      act[action.replace('.', '_')] ??
      (isCommand(action) ? commands[action.replace('dossier.', '')] : undefined);
    expect(AUDIT_ACTIONS.filter((action) => !textOf(action))).toEqual([]);
  });
});
