import { type Problem } from '../../../api/problem.js';
import { type Draft } from '../../investor/draft/draft.types.js';
import { type Content, markOf, remarkOf } from './opinion-content.js';

type Fields = Draft['project'];
/** The id of a field of the opinion, so that a fault can lead to it. */
export const fieldIdOf = (field: string): string => `opinion-${field.replaceAll(' ', '-')}`;

const listOf = (problem: Problem, name: string): string[] => {
  const said = (problem as Record<string, unknown>)[name];
  return Array.isArray(said) ? (said as string[]) : [];
};
const isBlank = (value: unknown) => typeof value !== 'string' || value.trim() === '';

/**
 * The fields that keep an opinion from being recorded, in the order of the sheet, from the refusal `opinion_incomplete`
 * (none for any other problem); what was entered since is missing no more.
 */
export function missingIn(problem: Problem, codes: readonly string[], fields: Fields): string[] {
  if (problem.code !== 'opinion_incomplete') return [];
  const [unmarked, unexplained] = [listOf(problem, 'unmarked'), listOf(problem, 'unexplained')];
  const ofCriteria = codes.flatMap((code) => [
    ...(unmarked.includes(code) ? [markOf(code)] : []),
    ...(unexplained.includes(code) && fields[markOf(code)] === 'not_achieved' ? [remarkOf(code)] : []),
  ]);
  return [...ofCriteria, ...listOf(problem, 'parts')].filter((field) => isBlank(fields[field]));
}

const OF_CRITERION = /^\/criteria\/(\d+)\/(mark|remark)$/;
/** The field of the form that a JSON pointer into what was sent speaks of; null where it is none. */
function fieldAt(pointer: string, { criteria }: Content): string | null {
  if (pointer === '/summary' || pointer === '/recommendation') return pointer.slice(1);
  const [, index, part] = OF_CRITERION.exec(pointer) ?? [];
  const code = criteria[Number(index)]?.code;
  if (code === undefined) return null;
  return part === 'mark' ? markOf(code) : remarkOf(code);
}

/** A refusal of what was sent, each pointer replaced by the field: what stands in the form by then may be something else. */
export const withFields = (problem: Problem, sent: Content): Problem => ({
  ...problem,
  ...(problem.errors && {
    errors: problem.errors.map((one) => ({ ...one, pointer: fieldAt(one.pointer, sent) ?? one.pointer })),
  }),
});
