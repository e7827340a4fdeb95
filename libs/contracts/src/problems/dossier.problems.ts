import { type ProblemTable } from './problem.js';

/** Refusals around a dossier as such: its code, its facts, its intake. */
export const DOSSIER_PROBLEMS = {
  file_code_template_invalid: {
    status: 500,
    vi: {
      title: 'Mẫu mã hồ sơ sai',
      action: 'Quản trị hệ thống cần sửa FILE_CODE_TEMPLATE: phải có số thứ tự như {nnnn}.',
    },
    en: {
      title: 'The file code template is wrong',
      action: 'The administrator must correct FILE_CODE_TEMPLATE: it needs a running number such as {nnnn}.',
    },
  },
  facts_not_editable: {
    status: 409,
    vi: {
      title: 'Hồ sơ không ở trạng thái được sửa',
      action:
        'Chỉ sửa được khi đang soạn, khi được yêu cầu bổ sung, giải trình, hoặc khi đã nhận thông báo dự kiến từ chối.',
    },
    en: {
      title: 'The dossier cannot be edited now',
      action:
        'It can be edited as a draft, while a supplement or clarification is asked for, or after a notice of intended refusal.',
    },
  },
  particulars_not_editable: {
    status: 409,
    vi: {
      title: 'Thông tin hồ sơ không còn sửa được',
      action: 'Chỉ sửa khi đang soạn; các bên liên quan còn sửa được khi được yêu cầu bổ sung.',
    },
    en: {
      title: 'This particular cannot be changed now',
      action: 'Particulars change in a draft; the other parties also while a supplement is asked for.',
    },
  },
  investor_is_owner: {
    status: 422,
    vi: {
      title: 'Nhà đầu tư của hồ sơ này là chủ hồ sơ',
      action: 'Bỏ nhà đầu tư khỏi thay đổi; dự án của tổ chức khác cần hồ sơ riêng.',
    },
    en: {
      title: 'The investor of this dossier is its owner',
      action: 'Leave the investor out; a project of another organisation needs a dossier of its own.',
    },
  },
  received_on_in_future: {
    status: 422,
    vi: { title: 'Ngày nhận không thể sau hôm nay', action: 'Nhập đúng ngày văn bản đến cơ quan.' },
    en: {
      title: 'The day of receipt cannot lie in the future',
      action: 'Enter the day on which the paper reached the agency.',
    },
  },
  received_before_written: {
    status: 422,
    vi: {
      title: 'Văn bản đến trước ngày ký',
      action: 'Kiểm tra lại ngày trên văn bản và ngày nhận; ngày nhận không thể trước ngày ký.',
    },
    en: {
      title: 'The paper came before it was written',
      action: 'Check the day on the letter and the day of receipt; the letter cannot be the later one.',
    },
  },
  received_on_too_early: {
    status: 422,
    vi: {
      title: 'Ngày nhận trước ngày có pháp luật được nạp',
      action: 'Kiểm tra lại ngày nhận; hệ thống chỉ có pháp luật từ ngày được nêu.',
    },
    en: {
      title: 'The day of receipt lies before any loaded law',
      action: 'Check the day of receipt; law is loaded from the named day on.',
    },
  },
  not_an_investor: {
    status: 422,
    vi: {
      title: 'Tổ chức này không phải nhà đầu tư',
      action: 'Chọn tổ chức được đăng ký là nhà đầu tư hoặc nhờ quản trị đăng ký.',
    },
    en: {
      title: 'This organisation is not an investor',
      action: 'Choose one that is registered as an investor, or ask the administrator to register it.',
    },
  },
  particular_not_yours: {
    status: 422,
    vi: {
      title: 'Thông tin này không do bạn nhập',
      action: 'Bỏ thông tin được nêu; bộ phận một cửa ghi vai trò của Sở và văn bản đến.',
    },
    en: {
      title: 'This particular is not yours to give',
      action: 'Leave the named particular out; the intake clerk records our role and the incoming paper.',
    },
  },
  intake_incomplete: {
    status: 422,
    vi: {
      title: 'Thiếu thông tin tiếp nhận',
      action: 'Hồ sơ nhập thay cần: tổ chức, ngày nhận, số văn bản đến.',
    },
    en: {
      title: 'Intake data are missing',
      action:
        'A dossier entered on behalf needs the organisation, the day of receipt and the incoming number.',
    },
  },
  confirmations_not_facts: {
    status: 400,
    vi: {
      title: 'Xác nhận danh mục không thuộc dữ kiện',
      action: 'Bỏ phần confirmations; việc xác nhận do cơ quan thực hiện.',
    },
    en: { title: 'Confirmations are not facts', action: 'Leave confirmations out; the agency records them.' },
  },
  unknown_organisation: {
    status: 422,
    vi: { title: 'Không có tổ chức này', action: 'Chọn tổ chức trong danh sách hoặc nhờ quản trị thêm mới.' },
    en: {
      title: 'No such organisation',
      action: 'Choose one from the list or ask the administrator to add it.',
    },
  },
  list_query_invalid: {
    status: 400,
    vi: {
      title: 'Một điều kiện của danh sách không dùng được',
      action: 'Bỏ hoặc sửa điều kiện đó rồi xem lại danh sách.',
    },
    en: {
      title: 'A condition of the list cannot be used',
      action: 'Remove or correct that condition and look at the list again.',
    },
  },
  cursor_mismatch: {
    status: 400,
    vi: { title: 'Con trỏ trang không khớp bộ lọc', action: 'Mở lại trang đầu với bộ lọc hiện tại.' },
    en: {
      title: 'The cursor does not fit the filter',
      action: 'Start again from the first page with the present filter.',
    },
  },
  source_missing: {
    status: 422,
    vi: {
      title: 'Giá trị do cơ quan nhập phải có trang nguồn',
      action: 'Ghi tài liệu và số trang cho từng giá trị được nêu.',
    },
    en: {
      title: 'A value entered by the agency needs its source page',
      action: 'Give document and page for each of the named values.',
    },
  },
  acceptance_not_yours: {
    status: 422,
    vi: {
      title: 'Bạn không thể tự chấp nhận bằng chứng',
      action: 'Bỏ acceptedBy và acceptedOn; chuyên viên thụ lý chấp nhận bằng chứng.',
    },
    en: {
      title: 'Evidence cannot be accepted by the one who hands it in',
      action: 'Leave acceptedBy and acceptedOn out; the appraiser accepts evidence.',
    },
  },
  unknown_document: {
    status: 422,
    vi: {
      title: 'Tài liệu không thuộc hồ sơ này',
      action: 'Tải tài liệu lên hồ sơ này trước, rồi dùng mã của nó.',
    },
    en: {
      title: 'The document does not belong to this dossier',
      action: 'Upload it to this dossier first, then use its id.',
    },
  },
} as const satisfies ProblemTable;
