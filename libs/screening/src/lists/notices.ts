import { type Confirmation, LIST_KINDS, type ScreeningNotice, type TechnologyFacts } from '#contracts';
import { canonicalJson } from '#kernel';
import { MATCH_METHOD } from '../matcher/match-lists.js';
import { triggerNotices } from '../trigger.js';
import { isUsedImport } from '../rules/rule-family.js';
import { type ListContext, unloadedVersions } from './list-findings.js';

function notLoaded(context: ListContext): ScreeningNotice[] {
  return LIST_KINDS.filter((list) => list !== 'strategic').flatMap((list) =>
    unloadedVersions(context, list).map((version) => ({
      code: 'list_version_not_in_force',
      params: { list, version, instrument: instrumentOf(context, version) },
    })),
  );
}

const instrumentOf = ({ lawSet }: ListContext, version: string): string =>
  lawSet.lists.versions.find(({ id }) => id === version)?.instrument ?? '';

/** Per loaded version: the lines for which nothing was found, with the method; never "not on the list". */
function nothingFound(context: ListContext, facts: TechnologyFacts): ScreeningNotice[] {
  const withRows = new Set(context.lawSet.lists.rows.map(({ versionId }) => versionId));
  return [...withRows].sort().flatMap((version) => {
    const lines = (facts.lines ?? [])
      .filter(
        ({ id }) =>
          !context.candidates.some(({ lineId, listVersion }) => lineId === id && listVersion === version),
      )
      .map(({ id }) => id ?? '');
    const params = { version, method: MATCH_METHOD, lines: lines.sort().join(', ') };
    return lines.length === 0 ? [] : [{ code: 'no_candidate_found', params }];
  });
}

/** Entries of other versions that give way to the version in force. */
const supersededEntries = ({ candidates }: ListContext): ScreeningNotice[] =>
  candidates.flatMap(({ lineId, list, code, listVersion, supersededBy }) =>
    supersededBy === undefined
      ? []
      : [
          {
            code: 'candidate_superseded',
            params: { line: lineId, list, code, version: listVersion, by: supersededBy },
          },
        ],
  );

/** Rules that the set knows but no table can answer: a person has to look. */
function manualChecks({ lawSet }: ListContext, facts: TechnologyFacts): ScreeningNotice[] {
  const items = [...(facts.lines ?? []), ...(facts.equipment ?? [])];
  if (!items.some(isUsedImport)) return [];
  return lawSet.rules.metas
    .filter(({ test, procedures }) => test === 'used.eliminated' && procedures.includes(lawSet.procedureId))
    .map(({ id, verification }) => ({ code: 'rule_needs_manual_check', params: { rule: id, verification } }));
}

/** Notices of the law set and of this screening, each once, in a fixed order. */
export function noticesOf(
  context: ListContext,
  facts: TechnologyFacts,
  outside: readonly Confirmation[],
): ScreeningNotice[] {
  const unknown = outside.map(({ lineId, list, code }) => ({
    code: 'confirmed_code_not_loaded',
    params: { line: lineId, list, code },
  }));
  const all = [
    ...context.lawSet.notices,
    ...((facts.lines ?? []).length > 0 ? notLoaded(context) : []),
    ...nothingFound(context, facts),
    ...manualChecks(context, facts),
    ...supersededEntries(context),
    ...triggerNotices(facts, context.lawSet),
    ...unknown,
  ];
  const byText = new Map(all.map((notice) => [canonicalJson(notice), notice]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
}
