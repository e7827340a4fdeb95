import { type Outcome } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';
import { type Draft, type Row } from '../../investor/draft/draft.types.js';

export type Opinion = Schema<'OpinionDto'>;
export type Content = Pick<Opinion, 'criteria' | 'recommendation' | 'summary'>;
type OnCriterion = Content['criteria'][number];
export type Mark = NonNullable<OnCriterion['mark']>;

/** The fields of an opinion as it is written: two for each criterion, and what is proposed. */
export const markOf = (code: string) => `mark ${code}`;
export const remarkOf = (code: string) => `remark ${code}`;
const documentsOf = (code: string) => `documents ${code}`;
const FIELD = /^(mark|remark|documents) (.+)$/;
/** What a field is about. */
export function fieldOf(name: string): { part: string; code: string | null } {
  const [, part = name, code = null] = FIELD.exec(name) ?? [];
  return { part, code };
}

const NOTHING: Draft = { project: {}, lines: [], equipment: [], evidence: [], papers: [], sources: {} };
const isSaid = ([, value]: [string, unknown]) => value !== null && value !== undefined && value !== '';

/** An opinion as one row of fields, so that it is saved, kept and brought together like every draft; null: none yet. */
export function draftOf(opinion: Content | null): Draft {
  const { criteria = [], recommendation = null, summary = '' } = opinion ?? {};
  const fields = criteria.flatMap(({ code, mark, remark, documentIds }): [string, unknown][] => [
    [markOf(code), mark],
    [remarkOf(code), remark],
    [documentsOf(code), documentIds],
  ]);
  const said = [...fields, ['recommendation', recommendation], ['summary', summary]] as [string, unknown][];
  return { ...NOTHING, project: Object.fromEntries(said.filter(isSaid)) };
}

/** What of a row is sent: a criterion that was only remarked on has no mark yet, but is not forgotten. */
export function contentOf(row: Row): Content {
  const codes = [...new Set(Object.keys(row).flatMap((name) => fieldOf(name).code ?? []))].sort();
  return {
    criteria: codes.map((code) => criterionOf(row, code)),
    recommendation: (row['recommendation'] as Outcome | undefined) ?? null,
    summary: (row['summary'] as string | undefined) ?? '',
  };
}

function criterionOf(row: Row, code: string): OnCriterion {
  const remark = row[remarkOf(code)] as string | undefined;
  const documentIds = row[documentsOf(code)] as string[] | undefined;
  return {
    ...{ code, mark: (row[markOf(code)] as Mark | undefined) ?? null },
    ...(remark !== undefined && remark.trim() !== '' && { remark }),
    ...(documentIds && { documentIds }),
  };
}
