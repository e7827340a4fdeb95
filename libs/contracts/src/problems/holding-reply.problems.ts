import { type ProblemTable } from './problem.js';

/** Refusals around the holding reply. */
export const HOLDING_REPLY_PROBLEMS = {
  holding_reply_no_clock: {
    status: 409,
    vi: {
      title: 'Hồ sơ không có thời hạn trả lời đang tính',
      action: 'Không cần văn bản trả lời tạm: không có thời hạn luật định nào đang chờ trả lời.',
    },
    en: {
      title: 'No term for a reply is running on this dossier',
      action: 'No holding reply is needed: no statutory term waits for a reply.',
    },
  },
  holding_reply_clock_stopped: {
    status: 409,
    vi: {
      title: 'Thời hạn trả lời đang tạm dừng',
      action: 'Chờ nhà đầu tư bổ sung hoặc giải trình; khi thời hạn chạy lại, dự thảo sẽ được lập.',
    },
    en: {
      title: 'The term for the reply stands still',
      action: 'Wait for what was asked of the owner; once the term runs again the draft is made.',
    },
  },
  holding_reply_already_issued: {
    status: 409,
    vi: {
      title: 'Đã có văn bản trả lời tạm cho thời hạn này',
      action: 'Tiếp tục xử lý để ban hành ý kiến chính thức; mỗi thời hạn chỉ có một văn bản trả lời tạm.',
    },
    en: {
      title: 'A holding reply was already issued for this term',
      action: 'Go on to the final opinion; there is one holding reply for each term.',
    },
  },
  holding_reply_outdated: {
    status: 409,
    vi: {
      title: 'Dự thảo trả lời tạm không còn đúng với hồ sơ',
      action: 'Cập nhật dự thảo, xem lại, rồi ký và phát hành bản mới.',
    },
    en: {
      title: 'The drafted holding reply no longer fits the dossier',
      action: 'Refresh the draft, read it again, then sign and issue the new one.',
    },
  },
  decision_letter_drafted: {
    status: 409,
    vi: {
      title: 'Văn bản ý kiến chính thức đã được dự thảo',
      action: 'Ký và phát hành văn bản đó thay cho văn bản trả lời tạm.',
    },
    en: {
      title: 'The letter of decision lies drafted',
      action: 'Sign and issue that letter instead of a holding reply.',
    },
  },
  signer_is_not_leader: {
    status: 422,
    vi: {
      title: 'Người ký không phải lãnh đạo được ký văn bản này',
      action: 'Trình một lãnh đạo Sở đang công tác và không có xung đột lợi ích ký.',
    },
    en: {
      title: 'The signer is no leader who may sign this letter',
      action: 'Have an active leader of the department without a conflict of interest sign it.',
    },
  },
} as const satisfies ProblemTable;
