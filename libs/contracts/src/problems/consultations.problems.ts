import { type ProblemTable } from './problem.js';

/** Refusals of consultations: asking agencies and bodies, their answers, reminders and ends. */
export const CONSULTATIONS_PROBLEMS = {
  organisation_cannot_be_consulted: {
    status: 422,
    vi: {
      title: 'Không thể lấy ý kiến tổ chức này với tư cách đã chọn',
      action: 'Chọn cơ quan nhà nước để phối hợp, hoặc tổ chức tư vấn độc lập với tư cách tổ chức độc lập.',
    },
    en: {
      title: 'This organisation cannot be consulted in that capacity',
      action: 'Choose an agency of the State as agency, or another organisation as independent body.',
    },
  },
  consultee_is_party: {
    status: 409,
    vi: {
      title: 'Tổ chức này là một bên của hồ sơ',
      action: 'Lấy ý kiến một tổ chức không phải là bên liên quan của hồ sơ.',
    },
    en: {
      title: 'This organisation is a party of the dossier',
      action: 'Consult an organisation that has no stake in the dossier.',
    },
  },
  consulted_already: {
    status: 409,
    vi: {
      title: 'Tổ chức này đang được lấy ý kiến trong vòng này',
      action: 'Chờ trả lời, nhắc, hoặc rút yêu cầu cũ trước khi hỏi lại.',
    },
    en: {
      title: 'This organisation is being consulted in this round already',
      action: 'Wait for the answer, remind, or withdraw the earlier request before asking again.',
    },
  },
  consultation_not_in_state: {
    status: 409,
    vi: {
      title: 'Yêu cầu lấy ý kiến không ở trạng thái cho phép thao tác này',
      action: 'Tải lại danh sách lấy ý kiến để xem trạng thái mới nhất.',
    },
    en: {
      title: 'The consultation is not in a state that allows this',
      action: 'Reload the consultations to see the newest state.',
    },
  },
  consultation_term_unavailable: {
    status: 422,
    vi: {
      title: 'Không áp dụng được thời hạn dài hơn',
      action: 'Nêu lý do dự án quy mô lớn, phức tạp; chỉ áp dụng khi quy định của thủ tục cho phép.',
    },
    en: {
      title: 'The longer term is not available',
      action:
        'Give the reason why the project is large or complex; only where the law of the procedure has such a term.',
    },
  },
  consultation_date_impossible: {
    status: 422,
    vi: {
      title: 'Ngày đề nghị trả lời không phù hợp',
      action:
        'Khi quy định đã ấn định thời hạn thì không nêu ngày; nếu không, nêu một ngày sau hôm nay và trước ngày đến hạn trả lời của hồ sơ.',
    },
    en: {
      title: 'The day by which the answer is asked does not fit',
      action:
        'Give none where the law sets the term; else give a day after today and before the due date of the reply.',
    },
  },
  answer_day_impossible: {
    status: 422,
    vi: {
      title: 'Ngày nhận trả lời không hợp lý',
      action: 'Nêu ngày từ ngày gửi yêu cầu lấy ý kiến đến hôm nay.',
    },
    en: {
      title: 'The day of the answer is impossible',
      action: 'Give a day from the day on which the request was sent until today.',
    },
  },
  answer_document_missing: {
    status: 422,
    vi: {
      title: 'Thiếu văn bản trả lời của cơ quan',
      action: 'Tải văn bản trả lời lên với loại consultation_answer rồi nhập lại.',
    },
    en: {
      title: 'The paper with the answer is missing',
      action: 'Upload the answer as a document of the kind consultation_answer, then enter it again.',
    },
  },
  reminded_already_today: {
    status: 409,
    vi: { title: 'Đã nhắc trong hôm nay', action: 'Nhắc lại vào ngày khác.' },
    en: { title: 'They were reminded today already', action: 'Remind them on another day.' },
  },
  consultation_not_due: {
    status: 409,
    vi: {
      title: 'Thời hạn trả lời chưa hết',
      action: 'Chờ hết ngày đến hạn rồi mới ghi nhận việc không trả lời.',
    },
    en: {
      title: 'The time to answer is not over',
      action: 'Wait until the due date has passed before closing a silent consultation.',
    },
  },
  no_other_consultation: {
    status: 409,
    vi: {
      title: 'Không có yêu cầu lấy ý kiến khác thay thế',
      action: 'Gửi yêu cầu khác trước, hoặc rút với lý do không còn cần thiết.',
    },
    en: {
      title: 'No other consultation takes its place',
      action: 'Ask somebody else first, or withdraw it as not needed.',
    },
  },
  document_proves_facts: {
    status: 409,
    vi: {
      title:
        'Tài liệu này là chứng cứ đã được chấp nhận, phiếu, giấy ủy quyền hoặc văn bản trả lời đã ghi nhận',
      action:
        'Thay chứng cứ trong dữ kiện bằng tài liệu khác trước khi rút; phiếu, giấy ủy quyền và văn bản trả lời đã ghi nhận thì giữ lại.',
    },
    en: {
      title: 'This document is accepted evidence, or a recorded ballot, proxy or answer',
      action:
        'Replace the evidence in the facts by another document first; recorded ballots, proxies and answers stay.',
    },
  },
} as const satisfies ProblemTable;
