import { type ProblemTable } from './problem.js';

/** Refusals of a determination whether a project uses outdated technology: competence, agencies, proof. */
export const DETERMINATION_PROBLEMS = {
  not_ours_to_determine: {
    status: 409,
    vi: {
      title: 'Việc xác định với dự án này không thuộc thẩm quyền của cơ quan',
      action:
        'Trả hồ sơ với lý do không đúng thẩm quyền (not_competent) và nêu cơ quan có thẩm quyền kèm theo; nếu chưa rõ cấp quyết định dự án, yêu cầu bổ sung thông tin này.',
    },
    en: {
      title: 'This authority is not competent to determine on this project',
      action:
        'Return the dossier as not_competent and name the authority that is given; where it is not known who decides on the project, request that as a supplement.',
    },
  },
  agencies_not_consulted: {
    status: 409,
    vi: {
      title: 'Chưa có cơ quan nào được lấy ý kiến trong vòng này',
      action:
        'Lấy ý kiến cơ quan môi trường hoặc cơ quan liên quan; kết luận khi đã có trả lời hoặc trưởng phòng đã ghi nhận việc không trả lời sau khi hết hạn.',
    },
    en: {
      title: 'No agency was heard in this round',
      action:
        'Consult the environmental or another agency; conclude once it answered, or once the head closed the silent consultation after its day.',
    },
  },
  no_applicable_test: {
    status: 409,
    vi: {
      title: 'Không có tiêu chí nào áp dụng được cho dự án',
      action:
        'Yêu cầu giải trình để có dây chuyền hoặc thiết bị cần xác định, hoặc trả hồ sơ vì chưa đủ căn cứ (insufficient_grounds).',
    },
    en: {
      title: 'No test of the definition applies to the project',
      action:
        'Request a clarification of the lines or machines that are meant, or return the dossier for insufficient_grounds.',
    },
  },
  outdated_test_inconclusive: {
    status: 409,
    vi: {
      title: 'Có tiêu chí chưa được chứng minh, không thể chấp nhận rủi ro',
      action:
        'Yêu cầu giải trình để có chứng thư giám định bao trùm giá trị còn thiếu rồi sàng lọc lại, hoặc trả hồ sơ vì chưa đủ căn cứ (insufficient_grounds); khi đã có tiêu chí khác bị vi phạm, trả lời là không quyết định (not_decisive).',
    },
    en: {
      title: 'A test is not proven, and nobody may take the risk of it',
      action:
        'Request a clarification with a certificate that covers the missing value and screen again, or return the dossier for insufficient_grounds; where another test is breached, answer not_decisive.',
    },
  },
  outdated_test_not_met: {
    status: 409,
    vi: {
      title: 'Có tiêu chí không đạt, không thể kết luận là không lạc hậu',
      action:
        'Kết luận là lạc hậu, hoặc sàng lọc lại theo chứng cứ mới; kết quả bị gạt bỏ không thay cho việc đạt.',
    },
    en: {
      title: 'A test is not met, so the project cannot be found not outdated',
      action:
        'Conclude that it is outdated, or screen again on new evidence; a finding that was overturned is not a test that is met.',
    },
  },
  no_outdated_test_breached: {
    status: 409,
    vi: {
      title: 'Không có tiêu chí nào bị vi phạm trên chứng cứ được chấp nhận',
      action:
        'Kết luận là không lạc hậu khi mọi tiêu chí đều đạt; nếu còn tiêu chí chưa rõ, yêu cầu giải trình hoặc trả hồ sơ vì chưa đủ căn cứ (insufficient_grounds).',
    },
    en: {
      title: 'No test is breached on accepted evidence',
      action:
        'Conclude that it is not outdated where every test is met; where one is open, request a clarification or return the dossier for insufficient_grounds.',
    },
  },
  outcome_not_of_determination: {
    status: 422,
    vi: {
      title: 'Thủ tục xác định không có kết quả này',
      action: 'Chọn một trong các kết quả được nêu: không lạc hậu, lạc hậu, hoặc thuộc danh mục cấm.',
    },
    en: {
      title: 'A determination has no such outcome',
      action:
        'Choose one of the outcomes that are listed: not outdated, outdated, or on the prohibited list.',
    },
  },
} as const satisfies ProblemTable;
