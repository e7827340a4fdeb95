import { type ProblemTable } from './problem.js';

/** Refusals of what everybody may ask without an account. */
export const PUBLIC_PROBLEMS = {
  statistics_period_impossible: {
    status: 422,
    vi: {
      title: 'Kỳ thống kê không hợp lệ',
      action: 'Chọn ngày đầu không sau ngày cuối và một kỳ không dài quá mười năm.',
    },
    en: {
      title: 'The period of the statistics is impossible',
      action: 'Choose a first day that is not after the last, and no more than ten years.',
    },
  },
} as const satisfies ProblemTable;
