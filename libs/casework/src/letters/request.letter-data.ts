import {
  type BasisStatement,
  type DiscontinuanceData,
  type Finding,
  type IntendedRefusalData,
  type LetterFrame,
  type RequestedItem,
  type ReturnNoticeData,
  type SupplementRequestData,
} from '#contracts';
import { newestScreening } from '#appraisal';
import { caseAttributes, factsOf, procedureOf } from '#dossiers';
import { clocksFor, type ClockPurpose } from '#law';
import { STATEMENTS_VI } from '#letters';
import { listNamesOf } from '#screening';
import { type CaseworkSettings } from '../casework-settings.js';
import { type EffectContext, payloadOf } from '../commands/command.types.js';
import { letterFinding } from './letter-findings.js';
import { ruleBasis } from './letter-frame.js';

const itemsOf = (items: readonly RequestedItem[]) =>
  items.map(({ what, basis }) => ({ what, basis: { text: basis, verification: null } }));

/** What the pack says about a clock of a purpose, for the letter's word on time and silence. */
function ruleOf(
  context: EffectContext,
  purpose: ClockPurpose,
): { basis: BasisStatement; onExpire: BasisStatement | null } | null {
  const rule = clocksFor(context.lawSet, caseAttributes(context.row)).find(
    (candidate) => candidate.purpose === purpose,
  );
  if (!rule) return null;
  const onExpire =
    rule.onExpireBasis === null ? null : { text: rule.onExpireBasis, verification: rule.verification };
  return { basis: ruleBasis(rule), onExpire };
}

/** An article as the sentence of a letter. */
const said = (basis: BasisStatement | null, words: (text: string) => string): BasisStatement | null =>
  basis === null ? null : { ...basis, text: words(basis.text) };

function oneRequestOf({ lawSet }: EffectContext): BasisStatement | null {
  const told = procedureOf(lawSet).supplementRequestsBasis;
  return told === undefined
    ? null
    : { text: STATEMENTS_VI.oneRequest(told.basis), verification: told.verification };
}

/** The one consolidated supplement request, each item with its basis. */
export async function supplementData(
  context: EffectContext,
  frame: LetterFrame,
  settings: CaseworkSettings,
): Promise<SupplementRequestData> {
  const { items, replyBy } = payloadOf(context, 'request_supplement');
  const ifSilent = said(ruleOf(context, 'supplement')?.onExpire ?? null, STATEMENTS_VI.ifSilent);
  return {
    ...frame,
    items: itemsOf(items),
    replyBy,
    replyTo: settings.replyTo,
    oneRequest: oneRequestOf(context),
    ifSilent,
  };
}

/** The request to clarify while under review; the same right as a supplement. */
export async function clarificationData(
  context: EffectContext,
  frame: LetterFrame,
  settings: CaseworkSettings,
): Promise<SupplementRequestData> {
  const { items, replyBy } = payloadOf(context, 'request_clarification');
  return {
    ...frame,
    items: itemsOf(items),
    replyBy,
    replyTo: settings.replyTo,
    oneRequest: oneRequestOf(context),
    ifSilent: null,
  };
}

/** The return with its reason, or the refusal to take the dossier in. */
export async function returnData(context: EffectContext, frame: LetterFrame): Promise<ReturnNoticeData> {
  const { reason, explanation, competentAuthority, items } = payloadOf(context, 'return');
  const named = reason === 'not_competent' ? context.facts.substituteAuthority : null;
  return {
    ...frame,
    reason,
    explanation,
    competentAuthority: competentAuthority ?? named,
    items: itemsOf(items ?? []),
    accepted: context.row.acceptedOn !== null,
  };
}

/** The notice that work stops because the supplement did not come in time. */
export async function discontinuanceData(
  context: EffectContext,
  frame: LetterFrame,
): Promise<DiscontinuanceData> {
  const request = await context.tx.one<{ replyBy: string }>(
    `SELECT reply_by AS "replyBy" FROM party_request WHERE dossier_id = $1 AND kind = 'supplement' ORDER BY asked_at DESC LIMIT 1`,
    [context.row.id],
  );
  const rule = ruleOf(context, 'supplement');
  const basis = rule?.onExpire ?? rule?.basis ?? { text: '', verification: null };
  return { ...frame, requested: null, replyBy: request?.replyBy ?? context.today, basis, again: null };
}

/** The intended refusal with the findings that stand and the owner's right of reply. */
export async function refusalNoticeData(
  context: EffectContext,
  frame: LetterFrame,
  settings: CaseworkSettings,
): Promise<IntendedRefusalData> {
  const { grounds, findingKeys, replyBy } = payloadOf(context, 'notify_refusal');
  const findings = await findingsNamed(context, (finding) => findingKeys.includes(finding.key));
  const rightOfReply = said(ruleOf(context, 'refusal_reply')?.basis ?? null, STATEMENTS_VI.rightOfReply);
  const determines = context.row.procedureId === 'determination';
  return { ...frame, grounds, findings, replyBy, replyTo: settings.replyTo, rightOfReply, determines };
}

/** Findings of the newest screening, in words. */
export async function findingsNamed(context: EffectContext, isMeant: (finding: Finding) => boolean) {
  const { tx, row } = context;
  const screening = await newestScreening(tx, row.id);
  const facts = await factsOf(tx, row.id, screening?.factsVersion ?? row.factsVersion);
  if (!screening) return [];
  const { findings, notices } = screening.result;
  return findings.filter(isMeant).map((finding) => letterFinding(finding, facts, listNamesOf(notices)));
}
