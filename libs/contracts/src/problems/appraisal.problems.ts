import { ASSIGNMENT_PROBLEMS } from './assignment.problems.js';
import { type ProblemTable } from './problem.js';

/** Refusals of assignments, of decisions on list candidates and findings, and of opinions. */
export const APPRAISAL_PROBLEMS = {
  ...ASSIGNMENT_PROBLEMS,
  line_unknown: {
    status: 422,
    vi: {
      title: 'Hồ sơ không có dây chuyền này',
      action: 'Chọn một dây chuyền trong dữ kiện hiện tại của hồ sơ.',
    },
    en: { title: 'The dossier has no such line', action: 'Choose a line of the current facts.' },
  },
  candidate_unknown: {
    status: 422,
    vi: {
      title: 'Không có kết quả đối chiếu này',
      action:
        'Chọn một kết quả của lần sàng lọc mới nhất; mã ngoài danh mục đã nạp chỉ được xác nhận sau khi đã ghi việc tra phụ lục trên giấy.',
    },
    en: {
      title: 'There is no such list candidate',
      action:
        'Choose one of the newest screening; a code outside the loaded lists is confirmed only after a check of the paper annex was recorded.',
    },
  },
  match_already_decided: {
    status: 409,
    vi: {
      title: 'Kết quả đối chiếu này đã có quyết định',
      action: 'Rút quyết định cũ theo thủ tục hai người trước khi quyết định lại.',
    },
    en: {
      title: 'This candidate is decided already',
      action: 'Withdraw the earlier decision by two people before deciding again.',
    },
  },
  match_decision_not_in_state: {
    status: 409,
    vi: {
      title: 'Quyết định đối chiếu không ở trạng thái cho phép thao tác này',
      action: 'Tải lại danh sách quyết định để xem trạng thái mới nhất.',
    },
    en: {
      title: 'The decision is not in a state that allows this',
      action: 'Reload the decisions to see the newest state.',
    },
  },
  second_person_must_differ: {
    status: 409,
    vi: {
      title: 'Người thứ hai phải là người khác',
      action: 'Nhờ một người khác của bên thẩm định xem và xác nhận.',
    },
    en: {
      title: 'The second person must be somebody else',
      action: 'Ask another person of the appraising side to look and to second it.',
    },
  },
  evidence_missing: {
    status: 422,
    vi: { title: 'Chưa có tài liệu chứng minh', action: 'Chọn một tài liệu của hồ sơ làm chứng cứ.' },
    en: { title: 'The evidence is missing', action: 'Name a document of the dossier as evidence.' },
  },
  evidence_document_unknown: {
    status: 422,
    vi: {
      title: 'Tài liệu không thuộc hồ sơ này hoặc đã bị rút',
      action: 'Chọn tài liệu còn hiệu lực của hồ sơ, hoặc tải lên trước.',
    },
    en: {
      title: 'A document does not belong to this dossier or was withdrawn',
      action: 'Choose a standing document of the dossier, or upload it first.',
    },
  },
  evidence_unknown: {
    status: 422,
    vi: {
      title: 'Không có mục chứng cứ này trong dữ kiện',
      action: 'Tải lại dữ kiện và chọn lại mục chứng cứ.',
    },
    en: { title: 'The facts have no such evidence item', action: 'Reload the facts and choose again.' },
  },
  evidence_without_document: {
    status: 422,
    vi: {
      title: 'Mục chứng cứ chưa gắn với tài liệu nào',
      action: 'Yêu cầu chủ hồ sơ gắn tài liệu vào mục chứng cứ.',
    },
    en: {
      title: 'The evidence item names no document',
      action: 'Ask the owner to attach the document to it.',
    },
  },
  evidence_accepted_already: {
    status: 409,
    vi: { title: 'Chứng cứ này đã được chấp nhận', action: 'Không cần làm gì.' },
    en: { title: 'This evidence is accepted already', action: 'There is nothing to do.' },
  },
  finding_not_overturnable: {
    status: 409,
    vi: {
      title: 'Phát hiện công nghệ cấm không được bác bỏ',
      action: 'Nếu xác nhận sai, rút xác nhận theo thủ tục hai người rồi sàng lọc lại.',
    },
    en: {
      title: 'A prohibited-list finding is never overturned',
      action: 'If the confirmation was wrong, withdraw it by two people and screen again.',
    },
  },
  overturn_proposed_already: {
    status: 409,
    vi: {
      title: 'Đã có đề nghị bác bỏ phát hiện này',
      action: 'Nhờ người thứ hai xem và xác nhận đề nghị đó.',
    },
    en: {
      title: 'An overturn of this finding is proposed already',
      action: 'Ask a second person to look at it and to second it.',
    },
  },
  overturn_stands_already: {
    status: 409,
    vi: { title: 'Phát hiện này đã được bác bỏ', action: 'Không cần làm gì.' },
    en: { title: 'This finding is overturned already', action: 'There is nothing to do.' },
  },
  annex_not_missing: {
    status: 422,
    vi: {
      title: 'Phụ lục này không cần tra thủ công cho dây chuyền đó',
      action: 'Chọn phiên bản danh mục được nêu là chưa nạp trong phát hiện.',
    },
    en: {
      title: 'This annex needs no manual check for that line',
      action: 'Choose a list version that a finding names as not loaded.',
    },
  },
  criteria_sheet_unknown: {
    status: 422,
    vi: {
      title: 'Gói luật của hồ sơ không có phiếu tiêu chí này',
      action: 'Chọn một phiếu trong danh sách phiếu tiêu chí của hồ sơ.',
    },
    en: {
      title: 'The law of this dossier has no such criteria sheet',
      action: 'Choose one of the sheets of the dossier.',
    },
  },
  criterion_unknown: {
    status: 422,
    vi: {
      title: 'Có tiêu chí không thuộc phiếu hoặc bị lặp',
      action: 'Bỏ các mã tiêu chí được nêu rồi lưu lại.',
    },
    en: {
      title: 'A criterion is not on the sheet or stands twice',
      action: 'Remove the codes that are named and save again.',
    },
  },
  opinion_incomplete: {
    status: 422,
    vi: {
      title: 'Ý kiến chưa đầy đủ để ghi nhận',
      action: 'Đánh giá mọi tiêu chí, ghi nhận xét cho tiêu chí không đạt, nêu đề xuất và tóm tắt.',
    },
    en: {
      title: 'The opinion is not complete',
      action: 'Mark every criterion, remark on those not achieved, give a recommendation and a summary.',
    },
  },
  opinion_draft_missing: {
    status: 409,
    vi: { title: 'Bạn chưa có bản nháp ý kiến trong vòng này', action: 'Lưu ý kiến trước rồi ghi nhận.' },
    en: {
      title: 'You have no draft opinion in this round',
      action: 'Save your opinion first, then record it.',
    },
  },
  opinion_recorded_already: {
    status: 409,
    vi: {
      title: 'Ý kiến của bạn đã được ghi nhận',
      action: 'Muốn sửa, lưu lại nội dung mới; bản cũ vẫn được giữ.',
    },
    en: {
      title: 'Your opinion is recorded already',
      action: 'To change it, save the new content; the old version is kept.',
    },
  },
} as const satisfies ProblemTable;
