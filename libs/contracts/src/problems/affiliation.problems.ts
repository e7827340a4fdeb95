import { type ProblemTable } from './problem.js';

/** Refusals about the organisations to which people belong. */
export const AFFILIATION_PROBLEMS = {
  affiliation_overlaps: {
    status: 409,
    vi: {
      title: 'Quan hệ với tổ chức này đã được ghi cho khoảng thời gian đó',
      action: 'Kết thúc quan hệ đang ghi, hoặc sửa khoảng thời gian để không trùng.',
    },
    en: {
      title: 'This affiliation is recorded for these days already',
      action: 'End the one that is recorded, or give days that do not overlap.',
    },
  },
  affiliation_ended_already: {
    status: 409,
    vi: {
      title: 'Quan hệ này đã kết thúc',
      action: 'Ghi một quan hệ mới nếu người đó trở lại tổ chức.',
    },
    en: {
      title: 'This affiliation has ended already',
      action: 'Record a new one if the person has returned to the organisation.',
    },
  },
} as const satisfies ProblemTable;
