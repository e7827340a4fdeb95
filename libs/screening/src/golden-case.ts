import {
  type Confirmation,
  type ProcedureId,
  type ScreeningMode,
  type ScreeningResult,
  type TechnologyFacts,
} from '#contracts';
import { type CivilDate, Refusal } from '#kernel';
import { type GoldenCase, type ScreeningLaw } from '#law';
import { normaliseFacts } from './facts/normalise-facts.js';
import { screen } from './screen.js';

/** What a case gives, as lawyers write it: items by position; `line` in confirmations is a position too. */
export interface GoldenInput {
  mode?: ScreeningMode;
  procedure: ProcedureId;
  receivedOn: CivilDate;
  facts: TechnologyFacts;
  confirmations?: {
    line: number;
    list: Confirmation['list'];
    code: string;
    decision: Confirmation['decision'];
    by?: string[];
  }[];
}
/** What a case expects; only what is listed is compared, values as a subset. */
export interface GoldenExpectation {
  blocking?: boolean;
  trigger?: string;
  notice?: string;
  candidates?: { line: number; list: string; code: string }[];
  findings?: ({ about: string; subject: string } & Record<string, unknown>)[];
}
/** Composes the law of a day; the caller knows the packs. */
export type LawSetFor = (procedure: ProcedureId, receivedOn: CivilDate, mode: ScreeningMode) => ScreeningLaw;

/** In a case, listed evidence counts as accepted. */
const accepted = (facts: TechnologyFacts): TechnologyFacts => ({
  ...facts,
  ...(facts.evidence && {
    evidence: facts.evidence.map((paper) => ({ acceptedBy: 'golden-case', ...paper })),
  }),
});

/** In a case, a decision stands for the two people that a prohibited match needs, unless the case names them. */
const decided = (input: GoldenInput, facts: TechnologyFacts): Confirmation[] =>
  (input.confirmations ?? []).map(({ line, list, code, decision, by = ['person-1', 'person-2'] }) => ({
    lineId: facts.lines?.[line]?.id ?? '',
    list,
    code,
    decision,
    by,
  }));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const differs = (what: string, expected: unknown, found: unknown): string[] =>
  expected === undefined || same(expected, found)
    ? []
    : [`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];

function subjectId(subject: string, facts: TechnologyFacts): string | null {
  const [, kind, index] = /^(lines|equipment)\[(\d+)\]$/.exec(subject) ?? [];
  const items = kind === 'lines' ? facts.lines : kind === 'equipment' ? facts.equipment : undefined;
  return items?.[Number(index)]?.id ?? null;
}

type ExpectedFinding = NonNullable<GoldenExpectation['findings']>[number];
function findingFaults(
  { about, subject, ...expected }: ExpectedFinding,
  facts: TechnologyFacts,
  result: ScreeningResult,
): string[] {
  const id = subjectId(subject, facts);
  const finding = result.findings.find(({ test, subject: found }) => test === about && found.id === id);
  if (!finding) return [`${about} ${subject}: no such finding`];
  const actual = finding as unknown as Record<string, unknown>;
  return Object.entries(expected).flatMap(([name, value]) =>
    name === 'values'
      ? Object.entries(value as Record<string, unknown>).flatMap(([key, wanted]) =>
          differs(`${about} ${subject} values.${key}`, wanted, finding.values[key]),
        )
      : differs(`${about} ${subject} ${name}`, value, actual[name]),
  );
}

function resultFaults(expect: GoldenExpectation, facts: TechnologyFacts, result: ScreeningResult): string[] {
  const missingCandidates = (expect.candidates ?? []).filter(
    ({ line, list, code }) =>
      !result.candidates.some(
        (found) => found.lineId === facts.lines?.[line]?.id && found.list === list && found.code === code,
      ),
  );
  const hasNotice = expect.notice === undefined || result.notices.some(({ code }) => code === expect.notice);
  return [
    ...differs('blocking', expect.blocking, result.blocking),
    ...differs('trigger', expect.trigger, result.trigger),
    ...(hasNotice ? [] : [`notice ${expect.notice}: not given`]),
    ...missingCandidates.map(
      ({ line, list, code }) => `candidate ${list} ${code} of line ${line}: not proposed`,
    ),
    ...(expect.findings ?? []).flatMap((finding) => findingFaults(finding, facts, result)),
  ];
}

/**
 * Runs one golden case of a pack; returns why it fails, empty when it passes. A screening that is refused fails the
 * case with the code of the refusal.
 */
export async function runGoldenCase(
  golden: Pick<GoldenCase, 'input' | 'expect'>,
  lawSetFor: LawSetFor,
): Promise<string[]> {
  const input = golden.input as GoldenInput;
  const mode = input.mode ?? 'demonstration';
  try {
    const facts = normaliseFacts(accepted(input.facts));
    const lawSet = lawSetFor(input.procedure, input.receivedOn, mode);
    const confirmations = decided(input, facts);
    const result = await screen({ lawSet, mode, facts, confirmations, receivedOn: input.receivedOn });
    return resultFaults(golden.expect as GoldenExpectation, facts, result);
  } catch (error) {
    if (error instanceof Refusal) return [`refused: ${error.code} ${JSON.stringify(error.details)}`];
    throw error;
  }
}
