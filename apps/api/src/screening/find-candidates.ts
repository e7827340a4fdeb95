import { Inject, Injectable } from '@nestjs/common';
import { type ScreeningMode } from '#contracts';
import { civilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { MATCH_METHOD, type ListMatch, matchLists } from '#screening';
import { type Language } from '../http/language.js';
import { LawOfDay } from '../law/law-of-day.js';
import { renderedNotice, type RenderedNotice } from '../law/notice-texts.js';
import { type ListMatchDto } from './screening.dto.js';
import { screeningText } from './screening.texts.js';

export interface CandidateRequest {
  name: string;
  hs?: string[];
  vsic?: string[];
  on?: string;
  mode?: ScreeningMode;
}

function withRow(match: ListMatch, { lists }: ScreeningLaw): ListMatchDto['candidates'][number] {
  const row = lists.rows.find(
    ({ versionId, list, code }) =>
      versionId === match.listVersion && list === match.list && code === match.code,
  );
  const version = lists.versions.find(({ id }) => id === match.listVersion);
  return { ...match, nameEn: row?.nameEn ?? '', instrument: version?.instrument ?? '' };
}

function silentVersions(
  matches: readonly ListMatch[],
  { lists }: ScreeningLaw,
  language: Language,
): RenderedNotice[] {
  const searched = [
    ...new Set(
      lists.rows.filter(({ direction }) => direction !== 'outbound').map(({ versionId }) => versionId),
    ),
  ].sort();
  const silent = searched.filter((version) => !matches.some(({ listVersion }) => listVersion === version));
  return silent.map((version) => {
    const params = { version, method: MATCH_METHOD };
    return {
      code: 'no_candidate_found',
      params,
      text: screeningText('no_candidate_in_version', language, params),
    };
  });
}

/** Rows of the lists of a day that a name may mean, for anybody; never an answer of "not on the list". */
@Injectable()
export class FindCandidates {
  constructor(@Inject(LawOfDay) private readonly law: LawOfDay) {}

  /** Candidates best first, with a notice for each version that has none and each list in force that is not loaded. */
  find({ name, hs = [], vsic = [], on, mode }: CandidateRequest, language: Language): ListMatchDto {
    const day = on === undefined ? this.law.today() : civilDate(on);
    const law = this.law.of('opinion', day, mode);
    const matches = matchLists(name, law, { on: day, mode: law.mode, hs, vsic });
    const unloaded = law.notices.filter(({ code }) => code === 'list_version_not_in_force');
    return {
      on: day,
      mode: law.mode,
      method: MATCH_METHOD,
      candidates: matches.map((match) => withRow(match, law)),
      notices: [
        ...unloaded.map((notice) => renderedNotice(notice, language)),
        ...silentVersions(matches, law, language),
      ],
    };
  }
}
