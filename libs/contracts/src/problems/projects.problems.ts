import { type ProblemTable } from './problem.js';

/** Refusals around the register of investment projects. */
export const PROJECTS_PROBLEMS = {
  project_invalid: {
    status: 422,
    vi: {
      title: 'Thông tin dự án không hợp lệ',
      action: 'Sửa từng trường được nêu trong danh sách dưới đây rồi gửi lại.',
    },
    en: {
      title: 'The project is not valid',
      action: 'Correct every field in the list below and send it again.',
    },
  },
  project_looks_like_another: {
    status: 409,
    vi: {
      title: 'Dự án giống một dự án đã có trong sổ theo dõi',
      action: 'Xem các dự án được nêu; nếu đúng là dự án khác, xác nhận điều đó (isAnother) rồi gửi lại.',
    },
    en: {
      title: 'The project looks like one in the register',
      action:
        'Look at the projects that are named; if it is another one, confirm that (isAnother) and send it again.',
    },
  },
  project_is_merged: {
    status: 409,
    vi: {
      title: 'Dự án này đã được gộp vào dự án khác',
      action: 'Thực hiện trên dự án được giữ lại, hoặc hủy việc gộp trước.',
    },
    en: {
      title: 'The project was merged into another one',
      action: 'Do it to the project that was kept, or undo the merge first.',
    },
  },
  project_not_merged: {
    status: 409,
    vi: { title: 'Dự án này chưa được gộp', action: 'Kiểm tra lại dự án cần hủy gộp.' },
    en: {
      title: 'The project is not merged',
      action: 'Check which project it is whose merge is to be undone.',
    },
  },
  project_merge_impossible: {
    status: 409,
    vi: {
      title: 'Không thể gộp hai dự án này',
      action: 'Xem lý do kèm theo: chọn dự án giữ lại khác, hoặc gỡ bỏ điều cản trở trước.',
    },
    en: {
      title: 'The two projects cannot be merged',
      action:
        'See the reason that is given: keep the other one of the two, or take away first what stands against it.',
    },
  },
  exemption_exists: {
    status: 409,
    vi: {
      title: 'Dự án đã có đề nghị hoặc xác nhận không thuộc diện',
      action: 'Quyết định đề nghị đang chờ, hoặc thu hồi xác nhận trước khi đề nghị lại.',
    },
    en: {
      title: 'The project is exempt or proposed to be',
      action: 'Decide the proposal that waits, or revoke the exemption before proposing one again.',
    },
  },
  exemption_not_open: {
    status: 409,
    vi: {
      title: 'Không có đề nghị hoặc xác nhận nào ở trạng thái này',
      action: 'Tải lại dự án để xem hiện trạng.',
    },
    en: {
      title: 'There is no exemption in this state',
      action: 'Reload the project to see where it stands.',
    },
  },
  exemption_same_person: {
    status: 409,
    vi: {
      title: 'Người đề nghị không được tự xác nhận',
      action: 'Trưởng phòng khác, không phải người đề nghị, xác nhận.',
    },
    en: {
      title: 'Nobody confirms their own proposal',
      action: 'Let a head who did not propose it confirm it.',
    },
  },
  final_decision_exists: {
    status: 409,
    vi: {
      title: 'Đã ghi nhận quyết định khác của cơ quan có thẩm quyền',
      action: 'Tải lại; để đính chính, gửi mã của quyết định đang có ở corrects.',
    },
    en: {
      title: 'Another final decision is on record',
      action: 'Reload; to correct it, name the decision on record in corrects.',
    },
  },
  final_decision_absent: {
    status: 409,
    vi: {
      title: 'Chưa ghi nhận quyết định nào của cơ quan có thẩm quyền',
      action: 'Tải lại dự án; không còn quyết định nào để rút.',
    },
    en: {
      title: 'No final decision is on record',
      action: 'Reload the project; there is no decision to take back.',
    },
  },
  match_not_open: {
    status: 409,
    vi: {
      title: 'Kết quả ghép này không ở trạng thái cho phép',
      action: 'Tải lại dự án; kết quả đã quyết định phải hủy trước khi quyết định lại.',
    },
    en: {
      title: 'The match is not in a state that allows this',
      action: 'Reload the project; what was decided is undone before it is decided again.',
    },
  },
  dossier_matched_elsewhere: {
    status: 409,
    vi: {
      title: 'Hồ sơ đã được ghép với một dự án trong sổ',
      action: 'Hủy kết quả ghép kia trước nếu nó sai.',
    },
    en: {
      title: 'The dossier is matched with a project of the register',
      action: 'Undo that match first, if it is wrong.',
    },
  },
  dossier_not_submitted: {
    status: 409,
    vi: { title: 'Hồ sơ chưa được nộp', action: 'Chờ hồ sơ được nộp rồi mới ghép.' },
    en: { title: 'The dossier has not been submitted', action: 'Match it once it has been submitted.' },
  },
  dossier_lacks_project: {
    status: 422,
    vi: {
      title: 'Hồ sơ chưa có tên dự án hoặc nhà đầu tư',
      action: 'Nhập dự án vào sổ bằng tay rồi ghép với hồ sơ.',
    },
    en: {
      title: 'The dossier names no project or no investor',
      action: 'Enter the project by hand and match the dossier with it.',
    },
  },
} as const satisfies ProblemTable;
