import {
  consultationsOf,
  newestScreening,
  screeningStateOf,
  standingConfirmations,
  type StoredScreening,
} from '#appraisal';
import { type Candidate, type Confirmation, type HoldingReplyData, type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, factsOf, type LawRegistry } from '#dossiers';
import { type CivilDate, civilDateOf } from '#kernel';
import { type LawSet } from '#law';
import { listNamesOf } from '#screening';
import { type CaseworkSettings } from '../casework-settings.js';
import { type ClockRow } from '../clocks/clock.row.js';
import { letterFrame, ruleBasis } from '../letters/letter-frame.js';
import { holdingReplyContent, type HoldingScreening } from './holding-reply.content.js';

/** What a holding reply needs from the process around it. */
export interface HoldingReplySources {
  law: LawRegistry;
  settings: CaseworkSettings;
}

/** What a holding reply about this clock says now: the same dossier gives the same data, whoever asks. */
export async function loadHoldingReply(
  tx: Tx,
  { law, settings }: HoldingReplySources,
  row: DossierRow,
  clock: ClockRow,
): Promise<HoldingReplyData> {
  const today = civilDateOf(tx.at);
  const lawSet = await law.governing(tx, row, row.receivedOn ?? today);
  const frame = await letterFrame(tx, row, lawSet, settings, [ruleBasis(clock.rule)]);
  const stored = await newestScreening(tx, row.id);
  const screened = stored && (await factsOf(tx, row.id, stored.factsVersion));
  return holdingReplyContent(frame, {
    term: { rule: clock.rule, dueOn: clock.state === 'stopped' ? null : clock.dueOn },
    screening: stored && screened && (await screeningOf(tx, row, lawSet, stored, screened)),
    confirmedMatches: stored && screened ? await confirmedMatches(tx, row, stored, screened) : [],
    consultations: await awaitedAgencies(tx, row.id),
    expertsAskedOn: await expertsAskedOn(tx, row),
    openRequest: await openRequest(tx, row.id),
    today,
  });
}

/** Agencies and bodies that were asked and have not answered, by the day on which they were asked. */
async function awaitedAgencies(tx: Tx, dossierId: string): Promise<HoldingReplyData['consultations']> {
  const asked = await consultationsOf(tx, dossierId);
  return asked.flatMap(({ state, sentOn, organisationName: agency }) =>
    state === 'open' && sentOn !== null ? [{ agency, askedOn: sentOn }] : [],
  );
}

async function screeningOf(
  tx: Tx,
  row: DossierRow,
  lawSet: LawSet,
  stored: StoredScreening,
  facts: TechnologyFacts,
): Promise<HoldingScreening> {
  const state = await screeningStateOf(tx, row);
  return {
    on: civilDateOf(stored.performedAt),
    current: state?.current ?? false,
    lists: listsOf(lawSet),
    findings: stored.result.findings,
    standing: state?.breached ?? [],
    undecidedMatches: state?.undecidedCandidates.length ?? 0,
    facts,
    unloaded: listNamesOf(stored.result.notices),
  };
}

/** The instruments whose lists were loaded, each once. */
const listsOf = ({ lists }: LawSet): string[] => [
  ...new Set(lists.versions.filter(({ loaded }) => loaded).map(({ instrument }) => instrument)),
];

const PEOPLE_NEEDED: Partial<Record<Candidate['list'], number>> = { prohibited: 2 };
const isConfirmed = (candidate: Candidate, confirmations: readonly Confirmation[]): boolean =>
  confirmations.some(
    ({ lineId, list, code, decision, by }) =>
      lineId === candidate.lineId &&
      list === candidate.list &&
      code === candidate.code &&
      decision === 'confirmed' &&
      by.length >= (PEOPLE_NEEDED[list] ?? 1),
  );

async function confirmedMatches(
  tx: Tx,
  row: DossierRow,
  { result }: StoredScreening,
  facts: TechnologyFacts,
): Promise<HoldingReplyData['confirmedMatches']> {
  const confirmations = await standingConfirmations(tx, row.id);
  return result.candidates
    .filter((candidate) => isConfirmed(candidate, confirmations))
    .map(({ lineId, list, code, nameVi }) => ({
      line: facts.lines?.find(({ id }) => id === lineId)?.name ?? lineId,
      list,
      entry: `${code}: ${nameVi}`,
    }));
}

/** Since when an expert who was asked in this round has not recorded an opinion; null when nobody is awaited. */
async function expertsAskedOn(tx: Tx, row: DossierRow): Promise<CivilDate | null> {
  const found = await tx.one<{ at: Date | null }>(
    `SELECT min(a.assigned_at) AS at FROM assignment a
      WHERE a.dossier_id = $1 AND a.kind = 'expert' AND a.state IN ('invited', 'accepted')
        AND NOT EXISTS (SELECT 1 FROM opinion o WHERE o.dossier_id = a.dossier_id AND o.author_id = a.assignee_id
                          AND o.round = $2 AND o.state = 'recorded')`,
    [row.id, row.round],
  );
  return found?.at ? civilDateOf(found.at) : null;
}

async function openRequest(tx: Tx, dossierId: string): Promise<HoldingReplyData['openRequest']> {
  const found = await tx.one<{
    kind: NonNullable<HoldingReplyData['openRequest']>['kind'];
    replyBy: string;
    content: { items?: { what: string }[] };
  }>(
    `SELECT kind, reply_by AS "replyBy", content FROM party_request
      WHERE dossier_id = $1 AND answered_at IS NULL AND closed_at IS NULL ORDER BY asked_at DESC LIMIT 1`,
    [dossierId],
  );
  return (
    found && {
      kind: found.kind,
      replyBy: found.replyBy,
      items: (found.content.items ?? []).map(({ what }) => what),
    }
  );
}
