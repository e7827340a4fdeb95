import { useTranslation } from 'react-i18next';
import { PROBLEMS } from '#contracts';
import { ProblemError } from '../../../api/problem.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';

/** What the API says of a period that cannot be, where there is none that it could be asked for. */
export function ImpossiblePeriod() {
  const { i18n } = useTranslation();
  const { status, ...texts } = PROBLEMS.statistics_period_impossible;
  const { title, action } = texts[i18n.language === 'en' ? 'en' : 'vi'];
  const problem = { code: 'statistics_period_impossible', status, title, detail: action };
  return <ProblemAlert error={new ProblemError(problem)} />;
}
