import { type ProblemTable } from './problem.js';

/** Refusals of legal data: packs that cannot be loaded and days that no pack governs. */
export const LAW_PROBLEMS = {
  pack_refused: {
    status: 422,
    vi: {
      title: 'Gói pháp luật có lỗi, không được nạp',
      action: 'Sửa từng lỗi theo tệp, vị trí và lý do được nêu rồi nạp lại toàn bộ gói.',
    },
    en: {
      title: 'The legal pack is faulty and was not loaded',
      action: 'Mend each fault at the file and place named, then load the whole pack again.',
    },
  },
  no_procedure_in_force: {
    status: 422,
    vi: {
      title: 'Chưa có gói pháp luật nào quy định thủ tục này',
      action: 'Nhờ người quản trị dữ liệu quy tắc ban hành gói có thủ tục này, hoặc chọn thủ tục khác.',
    },
    en: {
      title: 'No legal pack holds this procedure',
      action: 'Ask the law officer to publish a pack with this procedure, or choose another procedure.',
    },
  },
  official_mode_not_ready: {
    status: 422,
    vi: {
      title: 'Chưa đủ điều kiện chạy chế độ chính thức',
      action: 'Người quản trị dữ liệu quy tắc phải xác nhận lịch ngày nghỉ của năm theo danh sách được nêu.',
    },
    en: {
      title: 'Official mode cannot start yet',
      action: 'The law officer has to confirm the calendar rows of the year that are listed.',
    },
  },
} as const satisfies ProblemTable;
