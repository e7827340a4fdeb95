import { type ProblemTable } from './problem.js';

/** Refusals of the stream of live events. */
export const LIVE_PROBLEMS = {
  too_many_event_streams: {
    status: 429,
    vi: {
      title: 'Quá nhiều kênh cập nhật trực tiếp đang mở',
      action: 'Đóng bớt thẻ hoặc cửa sổ TechGate rồi thử lại; các trang vẫn dùng được bình thường.',
    },
    en: {
      title: 'Too many live streams are open',
      action: 'Close some tabs or windows of TechGate and try again; pages go on working without it.',
    },
  },
  event_streams_full: {
    status: 503,
    vi: {
      title: 'Máy chủ tạm thời không nhận thêm kênh cập nhật trực tiếp',
      action: 'Chờ ít phút rồi kết nối lại; các trang vẫn dùng được, hãy tải lại khi cần.',
    },
    en: {
      title: 'The server takes no further live streams just now',
      action: 'Wait a few minutes and connect again; pages go on working, reload them when needed.',
    },
  },
} as const satisfies ProblemTable;
