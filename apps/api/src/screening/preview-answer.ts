import { type Finding, type ScreeningResult, type TechnologyFacts, type Verdict } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { type ListNames, listNamesOf, renderFinding } from '#screening';
import { type Language } from '../http/language.js';
import { renderedNotice } from '../law/notice-texts.js';
import {
  type PreviewDto,
  type PreviewFindingDto,
  type PreviewSummaryDto,
  type RemarkDto,
} from './screening.dto.js';
import { screeningText, type ScreeningTextCode } from './screening.texts.js';

export interface Previewed {
  result: ScreeningResult;
  law: ScreeningLaw;
  facts: TechnologyFacts;
  receivedOn: CivilDate;
}

const findingDto = (finding: Finding, language: Language, lists: ListNames): PreviewFindingDto => {
  const { title, verdict, detail, wouldChange } = renderFinding(finding, language, lists);
  return { ...finding, texts: { title, verdict, detail, wouldChange } };
};

const countsOf = (findings: readonly Finding[]): Record<Verdict, number> => {
  const counts = { met: 0, breached: 0, inconclusive: 0, not_applicable: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
};

const standsInTheWay = ({ severity, verdict }: Finding): boolean =>
  severity === 'blocking' && (verdict === 'breached' || verdict === 'inconclusive');
const isBetter = (verdict: Verdict): boolean => verdict === 'met' || verdict === 'not_applicable';

/** Only changes that end well are told as a way to pass; the others stay with the finding. */
function wayOut(finding: Finding, language: Language): PreviewSummaryDto['toPass'][number] {
  const helping = { ...finding, wouldChange: finding.wouldChange.filter(({ becomes }) => isBetter(becomes)) };
  const { title, wouldChange } = renderFinding(helping, language);
  const { key, verdict, subject, missing, curable } = finding;
  return { key, title, verdict, subject, curable, changes: wouldChange, missing };
}

function summaryOf(
  { findings, blocking, candidates }: ScreeningResult,
  language: Language,
): PreviewSummaryDto {
  const open = findings.filter(standsInTheWay);
  return {
    outlook: blocking ? 'blocked' : open.length > 0 ? 'open' : 'nothing_found',
    counts: countsOf(findings),
    openCandidates: candidates.filter(({ decision }) => decision === 'open').length,
    toPass: open.map((finding) => wayOut(finding, language)),
  };
}

function remarksOf({ facts, result }: Previewed, language: Language): RemarkDto[] {
  const codes: ScreeningTextCode[] = [
    'not_a_decision',
    ...((facts.evidence ?? []).length > 0 ? (['evidence_not_accepted'] as const) : []),
    ...(result.candidates.length > 0 ? (['confirmations_by_agency'] as const) : []),
  ];
  return codes.map((code) => ({ code, text: screeningText(code, language) }));
}

/** What an anonymous reader is told of a screening, with every text in the reader's language. */
export function previewDto(previewed: Previewed, language: Language): PreviewDto {
  const { result, law, receivedOn } = previewed;
  return {
    ...result,
    procedureId: law.procedureId,
    receivedOn,
    law: { digest: law.digest, packs: law.packs },
    findings: result.findings.map((finding) => findingDto(finding, language, listNamesOf(result.notices))),
    notices: result.notices.map((notice) => renderedNotice(notice, language)),
    remarks: remarksOf(previewed, language),
    summary: summaryOf(result, language),
  };
}
