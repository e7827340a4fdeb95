import { type ProblemTable } from './problem.js';

/** Refusals about saved views of lists. */
export const VIEWS_PROBLEMS = {
  view_name_taken: {
    status: 409,
    vi: {
      title: 'Bạn đã có chế độ xem mang tên này',
      action: 'Đặt tên khác, hoặc sửa chế độ xem đã có.',
    },
    en: { title: 'You already have a view of this name', action: 'Choose another name, or change the view.' },
  },
  too_many_views: {
    status: 409,
    vi: {
      title: 'Đã đạt số chế độ xem tối đa',
      action: 'Xóa chế độ xem không còn dùng rồi lưu lại.',
    },
    en: { title: 'You keep as many views as possible', action: 'Remove one that you no longer use.' },
  },
  view_search_stays_private: {
    status: 422,
    vi: {
      title: 'Chế độ xem có từ khóa tìm kiếm không được chia sẻ',
      action: 'Bỏ từ khóa, hoặc chỉ lưu cho riêng bạn: từ khóa có thể lộ tên hồ sơ cho người không được xem.',
    },
    en: {
      title: 'A view with words to search for is not shared',
      action:
        'Leave the words out or keep it to yourself: they may name a dossier to people who may not see it.',
    },
  },
  view_sharing_inside_only: {
    status: 403,
    vi: {
      title: 'Chỉ cán bộ của cơ quan thẩm định được chia sẻ chế độ xem',
      action: 'Lưu chế độ xem cho riêng bạn.',
    },
    en: { title: 'Only the house shares views', action: 'Keep the view to yourself.' },
  },
} as const satisfies ProblemTable;
