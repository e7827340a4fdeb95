import { type ProblemTable } from './problem.js';

export const SCREENING_PROBLEMS = {
  screening_unavailable: {
    status: 503,
    vi: {
      title: 'Không sàng lọc được vào lúc này',
      action:
        'Chưa có gì được lưu. Thử lại sau; nếu lặp lại, báo người quản trị dữ liệu quy tắc kèm mã mô hình.',
    },
    en: {
      title: 'Screening is unavailable',
      action: 'Nothing was stored. Try again later; if it repeats, tell the law officer and name the model.',
    },
  },
} as const satisfies ProblemTable;
