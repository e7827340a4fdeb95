import { ProblemAlert } from '../../../ui/problem-alert.js';
import { LoadingState } from '../../../ui/states.js';
import { type useKnown } from './command-known.js';

/** In the place of a form that does not know yet what it begins with. */
export function NotKnown({ failed }: Pick<ReturnType<typeof useKnown>, 'failed'>) {
  if (failed === null) return <LoadingState rows={3} />;
  return <ProblemAlert error={failed.error} onRetry={failed.again} />;
}
