import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ListKind, type Severity, type TechnologyFacts, type Verdict } from '#contracts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
/** The copies that travel with a clone. */
export const COMMITTED_CASES = join(REPOSITORY, 'test', 'cases', 'data');

export interface ClockCase {
  id: string;
  start: string;
  duration: { value: number; unit: 'working_day' | 'day' };
  stops: { from: string; to: string | null }[];
  expectedDue: string | null;
  calendar: string;
  note: string;
}
export interface CalendarCaseRow {
  date: string;
  type: 'holiday' | 'compensatory' | 'swap_off' | 'swap_work';
}
export interface ExpectedFinding {
  /** Names the test, not a rule id. */
  about: string;
  /** Path by index, such as `lines[0]`. */
  subject: string;
  verdict: Verdict;
  severity?: Severity;
  analogy?: boolean;
  values?: Record<string, number | string | boolean | null>;
}
export interface ScreeningCase {
  id: string;
  note: string;
  procedure: string;
  mode?: 'official' | 'demonstration';
  receivedOn: string;
  facts: TechnologyFacts;
  confirmations?: { line: number; list: ListKind; code: string; decision: 'confirmed' | 'rejected' }[];
  expect: {
    blocking?: boolean;
    trigger?: string;
    notice?: string;
    findings?: ExpectedFinding[];
    candidates?: { line: number; list: ListKind; code: string }[];
  };
}
export interface RouteCase {
  id: string;
  note: string;
  commands: string[];
  end: string;
  given?: string;
}
export interface AcceptanceFiles {
  clocks: { about: string; calendars: Record<string, CalendarCaseRow[]>; cases: ClockCase[] };
  screening: { about: string; cases: ScreeningCase[] };
  routes: { about: string; routes: RouteCase[] };
}
export type AcceptanceName = keyof AcceptanceFiles;

/**
 * The folder of the shared cases: `TECHGATE_CASES`, else `shared/cases` beside the repository; `null` where
 * neither exists (a stranger's clone). A folder that was named and does not exist is an error, never a fallback.
 */
export function sharedCasesFolder(): string | null {
  const named = process.env.TECHGATE_CASES;
  if (named && !existsSync(named))
    throw new Error(`TECHGATE_CASES names a folder that does not exist: ${named}`);
  const folder = named || join(REPOSITORY, '..', 'shared', 'cases');
  return existsSync(folder) ? folder : null;
}

/** The acceptance cases as they are: from the shared folder where there is one, else from the committed copy. */
export function acceptanceCases<Name extends AcceptanceName>(name: Name): AcceptanceFiles[Name] {
  const file = join(sharedCasesFolder() ?? COMMITTED_CASES, `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as AcceptanceFiles[Name];
}
