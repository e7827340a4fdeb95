import { type ProblemTable } from './problem.js';

/** Refusals of what everybody may ask without an account. */
export const PUBLIC_PROBLEMS = {
  tracking_unknown: {
    status: 404,
    vi: {
      title: 'Mã hồ sơ hoặc mã tra cứu không đúng',
      action:
        'Nhập lại mã hồ sơ và mã tra cứu như ghi trên giấy tiếp nhận; nếu mất giấy tiếp nhận, đề nghị bộ phận một cửa cấp mã tra cứu mới.',
    },
    en: {
      title: 'The file code or the tracking secret is wrong',
      action:
        'Type both as the receipt prints them; if the receipt is lost, ask the reception desk for a new secret.',
    },
  },
  tracking_held_off: {
    status: 429,
    vi: {
      title: 'Tra cứu sai quá nhiều lần',
      action: 'Chờ hết thời gian tạm khóa rồi nhập lại mã hồ sơ và mã tra cứu.',
    },
    en: {
      title: 'Too many wrong attempts to follow a dossier',
      action: 'Wait until the hold is over, then type code and secret again.',
    },
  },
  tracking_before_acceptance: {
    status: 409,
    vi: {
      title: 'Hồ sơ chưa được tiếp nhận nên chưa có mã tra cứu',
      action: 'Tiếp nhận hồ sơ trước; mã tra cứu được in trên giấy tiếp nhận.',
    },
    en: {
      title: 'The dossier has not been accepted, so there is nothing to follow yet',
      action: 'Accept the dossier first; the receipt prints its tracking secret.',
    },
  },
  statistics_period_impossible: {
    status: 400,
    vi: {
      title: 'Kỳ thống kê không hợp lệ',
      action: 'Chọn kỳ có tháng đầu không sau tháng cuối và không dài quá mười năm.',
    },
    en: {
      title: 'The period of the statistics is impossible',
      action: 'Choose a first month that is not after the last, and no more than ten years.',
    },
  },
} as const satisfies ProblemTable;
