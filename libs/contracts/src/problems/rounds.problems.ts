import { type ProblemTable } from './problem.js';

/** Refusals about what comes after a decision: a change of technology, a round after a complaint, conditions. */
export const ROUNDS_PROBLEMS = {
  first_dossier_missing: {
    status: 422,
    vi: {
      title: 'Chưa nêu hồ sơ đã được chấp thuận trước khi thay đổi công nghệ',
      action: 'Chọn hồ sơ đã có văn bản đồng ý rồi lập lại hồ sơ thay đổi.',
    },
    en: {
      title: 'The approved dossier that the change concerns is not named',
      action: 'Name the dossier whose approval was issued, then open the change again.',
    },
  },
  first_dossier_not_wanted: {
    status: 422,
    vi: {
      title: 'Thủ tục này không dựa trên hồ sơ trước',
      action: 'Bỏ hồ sơ trước, hoặc chọn thủ tục thẩm định lại khi thay đổi công nghệ.',
    },
    en: {
      title: 'This procedure does not rest on an earlier dossier',
      action: 'Leave the earlier dossier out, or choose the reappraisal of a changed technology.',
    },
  },
  first_dossier_of_another: {
    status: 422,
    vi: {
      title: 'Hồ sơ trước là của tổ chức khác',
      action: 'Chọn hồ sơ của chính tổ chức đứng tên, với đúng nhà đầu tư của hồ sơ đó.',
    },
    en: {
      title: 'The earlier dossier is of another organisation',
      action: 'Name a dossier of the organisation that owns the change, with the investor of that dossier.',
    },
  },
  copy_not_wanted: {
    status: 422,
    vi: {
      title: 'Hồ sơ thay đổi công nghệ không sao chép từ hồ sơ khác',
      action: 'Bỏ hồ sơ nguồn: nội dung đã được đồng ý được điền sẵn từ hồ sơ trước.',
    },
    en: {
      title: 'A change of technology does not copy another dossier',
      action: 'Leave the source out: the draft begins with the facts that were approved.',
    },
  },
  copy_of_another: {
    status: 422,
    vi: {
      title: 'Hồ sơ nguồn là của tổ chức hoặc nhà đầu tư khác',
      action: 'Chỉ sao chép hồ sơ của chính tổ chức đứng tên, với đúng nhà đầu tư của hồ sơ đó.',
    },
    en: {
      title: 'The dossier to copy is of another organisation or investor',
      action: 'Copy only dossiers of the organisation that owns the new one, with the same investor.',
    },
  },
  first_dossier_not_approved: {
    status: 409,
    vi: {
      title: 'Hồ sơ trước chưa có văn bản đồng ý đang có giá trị',
      action: 'Chờ văn bản đồng ý được phát hành; nếu văn bản đang được xem xét lại, chờ kết quả.',
    },
    en: {
      title: 'No approval of the earlier dossier is in force',
      action: 'Wait until the letter of approval is issued, or until its review after a complaint is over.',
    },
  },
  first_dossier_changed_since: {
    status: 409,
    vi: {
      title: 'Công nghệ của hồ sơ này đã được chấp thuận thay đổi sau đó',
      action: 'Lập hồ sơ thay đổi trên cơ sở hồ sơ thay đổi gần nhất được nêu trong chi tiết lỗi.',
    },
    en: {
      title: 'A later change of this technology has been approved',
      action: 'Open the change on the newest approved dossier, which the details name.',
    },
  },
  change_in_hand: {
    status: 409,
    vi: {
      title: 'Đang có một hồ sơ thay đổi công nghệ của cùng hồ sơ trước',
      action: 'Bổ sung vào hồ sơ đang giải quyết, hoặc rút hồ sơ đó trước khi lập hồ sơ mới.',
    },
    en: {
      title: 'A change of the same technology is being dealt with',
      action: 'Add to the dossier in hand, or withdraw it before opening another.',
    },
  },
  no_first_dossier: {
    status: 409,
    vi: {
      title: 'Hồ sơ này không phải là hồ sơ thay đổi công nghệ',
      action: 'Xem các phiên bản thông tin của hồ sơ để biết những gì đã thay đổi.',
    },
    en: {
      title: 'This dossier is no change of an approved technology',
      action: 'Look at the versions of its facts to see what changed.',
    },
  },
  decision_not_issued: {
    status: 409,
    vi: {
      title: 'Văn bản của quyết định này chưa phát hành',
      action: 'Phát hành văn bản trước; chỉ văn bản đã phát hành mới là đối tượng khiếu nại.',
    },
    en: {
      title: 'The letter of this decision has not left the house',
      action: 'Issue the letter first: only what was issued can be complained of and reviewed.',
    },
  },
  complaint_decided_before_letter: {
    status: 422,
    vi: {
      title: 'Ngày giải quyết khiếu nại trước ngày của văn bản bị khiếu nại',
      action: 'Kiểm tra lại ngày của quyết định giải quyết khiếu nại.',
    },
    en: {
      title: 'The complaint was decided before the day of the letter that it is about',
      action: 'Check the day of the decision on the complaint.',
    },
  },
  earlier_letter_unsettled: {
    status: 422,
    vi: {
      title: 'Chưa nêu xử lý văn bản đang được xem xét lại',
      action: 'Chọn giữ nguyên, thay thế hoặc thu hồi văn bản của vòng trước.',
    },
    en: {
      title: 'What becomes of the letter under review is not said',
      action: 'Say whether the letter of the earlier round is confirmed, replaced or recalled.',
    },
  },
  earlier_letter_differs: {
    status: 422,
    vi: {
      title: 'Quyết định khác văn bản đang được xem xét lại nên không thể giữ nguyên văn bản đó',
      action:
        'Thay thế hoặc thu hồi văn bản trước, hoặc quyết định với đúng nội dung và điều kiện của văn bản đó.',
    },
    en: {
      title: 'The decision differs from the letter under review, which it therefore cannot confirm',
      action: 'Replace or recall the earlier letter, or decide the same with the same conditions.',
    },
  },
  no_letter_under_review: {
    status: 422,
    vi: {
      title: 'Không có văn bản nào đang được xem xét lại',
      action: 'Bỏ mục xử lý văn bản trước rồi quyết định lại.',
    },
    en: {
      title: 'No letter is under review',
      action: 'Leave out what should become of an earlier letter, then decide again.',
    },
  },
  letter_under_review: {
    status: 409,
    vi: {
      title: 'Văn bản đã phát hành đang được xem xét lại',
      action: 'Kết thúc vòng này bằng quyết định giữ nguyên, thay thế hoặc thu hồi văn bản đó.',
    },
    en: {
      title: 'An issued letter is under review',
      action: 'End this round by a decision that confirms, replaces or recalls that letter.',
    },
  },
  condition_not_in_force: {
    status: 409,
    vi: {
      title: 'Điều kiện chưa có hiệu lực',
      action: 'Phát hành văn bản nêu điều kiện trước.',
    },
    en: {
      title: 'The condition is not in force yet',
      action: 'Issue the letter that tells it first.',
    },
  },
  condition_not_permitted_now: {
    status: 409,
    vi: {
      title: 'Điều kiện không ở trạng thái cho phép thao tác này',
      action: 'Xem trạng thái và người thay đổi gần nhất được nêu trong chi tiết lỗi rồi tải lại.',
    },
    en: {
      title: 'The condition is not in a state for this step',
      action: 'Look at its state and at who changed it last, which the details name, and load it again.',
    },
  },
  condition_own_proof: {
    status: 409,
    vi: {
      title: 'Người nộp minh chứng không được tự xem xét minh chứng đó',
      action: 'Nhờ chuyên viên hoặc trưởng phòng khác xem xét.',
    },
    en: {
      title: 'Nobody judges the proof that they handed in',
      action: 'Ask another appraiser or head to judge it.',
    },
  },
  condition_deadline_invalid: {
    status: 422,
    vi: {
      title: 'Thời hạn mới của điều kiện không hợp lệ',
      action: 'Chọn một ngày sau hôm nay và khác thời hạn hiện tại.',
    },
    en: {
      title: 'The new deadline of the condition is impossible',
      action: 'Choose a day after today that is not the present deadline.',
    },
  },
} as const satisfies ProblemTable;
