import { parseArgs } from 'node:util';
import { clockExplanation, clocksOf } from '#casework';
import { workingCalendar } from '#deadlines';
import { type Tx } from '#database';
import { type DossierRow, dossierColumns } from '#dossiers';
import { type CivilDate, formatCivilDate } from '#kernel';
import { type LawSet } from '#law';
import { ConfigError, readConfig } from './config.js';
import { inOneTransaction } from './database/one-transaction.js';
import { withDatabase } from './database/with-database.js';
import { MARKS, WORDS } from './explain-deadline.texts.js';

type Out = (line: string) => void;
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
/** Explains the clocks of a dossier day by day, in Vietnamese; `--clock` names one rule. Exit code 1 when there is none. */
export async function explainDeadlineCommand(
  args: readonly string[],
  out: Out = console.log,
): Promise<number> {
  const { dossier, clock } = optionsOf(args);
  let explained = 0;
  await withDatabase(readConfig([]), ({ connections }) =>
    inOneTransaction(connections.app, NO_AUTHORITY, async (tx) => {
      explained = await explainDossier(tx, dossier, clock ?? null, out);
    }),
  );
  if (explained === 0) out(`Không có thời hạn nào để giải thích cho hồ sơ ${dossier}.`);
  return explained === 0 ? 1 : 0;
}

function optionsOf(args: readonly string[]): { dossier: string; clock: string | undefined } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { dossier: { type: 'string' }, clock: { type: 'string' } },
    });
    if (values.dossier !== undefined) return { dossier: values.dossier, clock: values.clock };
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See explain-deadline --help.`, { cause });
  }
  throw new ConfigError('explain-deadline needs --dossier <file code or id>.');
}

async function explainDossier(tx: Tx, code: string, rule: string | null, out: Out): Promise<number> {
  const row = await tx.one<DossierRow>(
    `SELECT ${dossierColumns('d')} FROM dossier d WHERE d.file_code = $1 OR d.id::text = lower($1)`,
    [code],
  );
  if (row === null) return 0;
  const clocks = (await clocksOf(tx, row.id)).filter(
    ({ ruleId, value }) => value !== null && (rule === null || ruleId === rule),
  );
  for (const { id, lawSetDigest } of clocks) await explainOne(tx, row, id, lawSetDigest, out);
  return clocks.length;
}

async function explainOne(tx: Tx, row: DossierRow, clockId: string, digest: string, out: Out): Promise<void> {
  const law = await tx.one<{ content: LawSet }>('SELECT content FROM law_set WHERE digest = $1', [digest]);
  if (law === null) throw new Error(`law set ${digest} is not stored`);
  const found = await clockExplanation(tx, row, clockId, workingCalendar(law.content.calendar));
  const { ruleId, basis, verification, start, duration, dueOn, days, otherReadings } = found;
  out(
    `${row.fileCode ?? row.id}  ${ruleId}: ${duration.value} ${duration.unit === 'day' ? 'ngày' : 'ngày làm việc'}, ${basis}${MARKS[verification] ?? ''}`,
  );
  out(
    `  tính từ ${formatCivilDate(start)}, hạn ${dueOn === null ? 'chưa có (đang tạm dừng)' : formatCivilDate(dueOn)}`,
  );
  for (const day of days) out(`  ${dayLine(day)}`);
  for (const other of otherReadings ?? [])
    out(
      `  cách tính khác (${other.reasons.join(', ')}): ${other.dueOn === null ? 'đang tạm dừng' : formatCivilDate(other.dueOn)}`,
    );
  out('');
}

function dayLine(day: {
  date: CivilDate;
  ordinal: number | null;
  reason: string;
  name?: { vi: string };
  verification?: string;
}): string {
  const ordinal = day.ordinal === null ? '   ' : String(day.ordinal).padStart(3);
  const name = day.name === undefined ? '' : ` (${day.name.vi}${MARKS[day.verification ?? ''] ?? ''})`;
  return `${ordinal}  ${formatCivilDate(day.date)}  ${WORDS[day.reason] ?? day.reason}${name}`;
}
