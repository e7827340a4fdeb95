import { type InconclusiveAnswer } from '#contracts';
import { type Schema } from '../../api/schema-names.js';

type Finding = Pick<Schema<'FindingDto'>, 'key' | 'verdict' | 'overturned' | 'texts' | 'subject'>;
/** A finding without a verdict, and how the conclusion answers it; null: it does not. */
export interface OpenPoint {
  key: string;
  title: string;
  subjectId: string | null;
  answer: InconclusiveAnswer['answer'] | null;
  reason: string;
}

/** Every finding that is open now with its answer in the conclusion; what nobody answered, and risks taken, come first. */
export function openPoints(
  findings: readonly Finding[],
  answers: readonly InconclusiveAnswer[],
): OpenPoint[] {
  const points = findings
    .filter(({ verdict, overturned }) => verdict === 'inconclusive' && !overturned)
    .map(({ key, texts, subject }): OpenPoint => {
      const given = answers.find(({ findingKey }) => findingKey === key);
      const { answer = null, reason = '' } = given ?? {};
      return { key, title: texts.title, subjectId: subject.id, answer, reason };
    });
  return points.sort((a, b) => weightOf(a) - weightOf(b));
}
const weightOf = ({ answer }: OpenPoint): number =>
  answer === null ? 0 : answer === 'accepted_risk' ? 1 : 2;
