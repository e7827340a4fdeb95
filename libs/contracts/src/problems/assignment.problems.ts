import { type ProblemTable } from './problem.js';

/** Refusals of assignments and of declarations of conflict. */
export const ASSIGNMENT_PROBLEMS = {
  assignee_unknown: {
    status: 422,
    vi: {
      title: 'Không có người này hoặc tài khoản đã ngừng hoạt động',
      action: 'Chọn một người đang hoạt động trong danh sách.',
    },
    en: {
      title: 'No such person, or the account is inactive',
      action: 'Choose an active person from the list.',
    },
  },
  assignee_role_missing: {
    status: 422,
    vi: {
      title: 'Người được chọn không có vai trò phù hợp',
      action: 'Chọn chuyên viên để thụ lý, hoặc chuyên gia hay chuyên viên để cho ý kiến.',
    },
    en: {
      title: 'The person does not hold the right role',
      action: 'Choose an appraiser as lead, or an expert or appraiser for an opinion.',
    },
  },
  assignee_in_conflict: {
    status: 409,
    vi: {
      title: 'Người được chọn có xung đột lợi ích với hồ sơ',
      action: 'Chọn người khác không liên quan đến nhà đầu tư, đơn vị tư vấn và bên cung cấp công nghệ.',
    },
    en: {
      title: 'The person is in conflict with this dossier',
      action: 'Choose somebody without ties to the investor, the consultant and the technology supplier.',
    },
  },
  already_assigned: {
    status: 409,
    vi: {
      title: 'Người này đang được phân công vào hồ sơ',
      action: 'Không cần phân công lại; xem danh sách phân công của hồ sơ.',
    },
    en: {
      title: 'This person is assigned to the dossier already',
      action: 'There is nothing to do; see the assignments of the dossier.',
    },
  },
  reassignment_reason_missing: {
    status: 422,
    vi: { title: 'Thay chuyên viên thụ lý cần nêu lý do', action: 'Ghi lý do thay người rồi gửi lại.' },
    en: {
      title: 'Replacing the lead appraiser needs a reason',
      action: 'Give the reason and send it again.',
    },
  },
  declaration_missing: {
    status: 409,
    vi: {
      title: 'Chưa khai báo xung đột lợi ích cho hồ sơ này',
      action: 'Khai báo có hay không có xung đột lợi ích trong mục phân công, rồi thực hiện lại.',
    },
    en: {
      title: 'The conflict declaration is missing',
      action: 'Declare in your assignment whether you are in conflict, then do it again.',
    },
  },
  assignment_over: {
    status: 409,
    vi: {
      title: 'Phân công này đã kết thúc hoặc đã được trả lời',
      action: 'Tải lại danh sách phân công để xem trạng thái mới nhất.',
    },
    en: {
      title: 'This assignment is over or was answered already',
      action: 'Reload your assignments to see the newest state.',
    },
  },
  conflict_recorded_already: {
    status: 409,
    vi: { title: 'Xung đột lợi ích của người này đã được ghi nhận', action: 'Không cần khai báo lại.' },
    en: { title: 'This conflict is recorded already', action: 'There is nothing to do.' },
  },
} as const satisfies ProblemTable;
