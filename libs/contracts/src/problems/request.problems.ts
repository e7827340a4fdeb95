import { type ProblemTable } from './problem.js';

/** Refusals of requests as such, before any rule of the domain. */
export const REQUEST_PROBLEMS = {
  malformed_request: {
    status: 400,
    vi: {
      title: 'Yêu cầu không đúng cú pháp',
      action: 'Sửa các trường được nêu trong danh sách lỗi rồi gửi lại.',
    },
    en: {
      title: 'The request is malformed',
      action: 'Correct the fields named in the error list and send it again.',
    },
  },
  impossible_value: {
    status: 422,
    vi: {
      title: 'Giá trị không thể có',
      action: 'Kiểm tra lại giá trị của các trường được nêu; chưa có gì được lưu.',
    },
    en: { title: 'A value is impossible', action: 'Check the named fields; nothing was stored.' },
  },
  not_found: {
    status: 404,
    vi: { title: 'Không tìm thấy', action: 'Kiểm tra lại mã, hoặc quay về danh sách của bạn.' },
    en: { title: 'Not found', action: 'Check the identifier, or go back to your list.' },
  },
  forbidden: {
    status: 403,
    vi: { title: 'Bạn không có quyền làm việc này', action: 'Nhờ người có vai trò phù hợp thực hiện.' },
    en: { title: 'You may not do this', action: 'Ask a person who holds the right role.' },
  },
  precondition_required: {
    status: 428,
    vi: {
      title: 'Thiếu phiên bản hồ sơ (If-Match)',
      action: 'Tải lại hồ sơ và gửi kèm ETag mới nhất trong If-Match.',
    },
    en: { title: 'If-Match is required', action: 'Reload the dossier and send its newest ETag as If-Match.' },
  },
  stale_revision: {
    status: 412,
    vi: {
      title: 'Hồ sơ đã được người khác thay đổi',
      action: 'Tải lại để xem ai đã thay đổi và khi nào, rồi quyết định lại.',
    },
    en: {
      title: 'The dossier was changed by somebody else',
      action: 'Reload to see who changed it and when, then decide again.',
    },
  },
  idempotency_key_reused: {
    status: 422,
    vi: { title: 'Khóa Idempotency-Key đã dùng cho nội dung khác', action: 'Dùng khóa mới cho yêu cầu mới.' },
    en: { title: 'Idempotency-Key was used with another body', action: 'Use a new key for a new request.' },
  },
  idempotency_key_in_progress: {
    status: 409,
    vi: { title: 'Yêu cầu cùng khóa đang được xử lý', action: 'Chờ vài giây rồi hỏi lại với cùng khóa.' },
    en: {
      title: 'A request with this key is in progress',
      action: 'Wait a few seconds and repeat it with the same key.',
    },
  },
  rate_limited: {
    status: 429,
    vi: {
      title: 'Quá nhiều yêu cầu',
      action:
        'Có quá nhiều yêu cầu trong một phút từ bạn hoặc từ mạng của cơ quan bạn. Chờ một lát rồi thử lại.',
    },
    en: {
      title: 'Too many requests',
      action:
        'You, or the network of your office, sent too many requests within a minute. Wait a moment and try again.',
    },
  },
  method_not_allowed: {
    status: 405,
    vi: { title: 'Phương thức không được hỗ trợ', action: 'Xem tài liệu API để biết phương thức đúng.' },
    en: { title: 'Method not allowed', action: 'See the API documentation for the right method.' },
  },
  unsupported_media_type: {
    status: 415,
    vi: {
      title: 'Kiểu nội dung không được hỗ trợ',
      action: 'Gửi JSON (application/json), hoặc multipart/form-data khi tải tệp.',
    },
    en: {
      title: 'Unsupported media type',
      action: 'Send JSON (application/json), or multipart/form-data for uploads.',
    },
  },
  payload_too_large: {
    status: 413,
    vi: {
      title: 'Nội dung quá lớn',
      action: 'Rút gọn hoặc chia nhỏ nội dung rồi gửi lại; chưa có gì được ghi.',
    },
    en: {
      title: 'The content is too large',
      action: 'Shorten or split the content and send it again; nothing was stored.',
    },
  },
  headers_too_large: {
    status: 431,
    vi: {
      title: 'Phần đầu yêu cầu quá lớn',
      action: 'Rút ngắn đường dẫn, cookie và các tiêu đề rồi gửi lại.',
    },
    en: {
      title: 'The header of the request is too large',
      action: 'Send a shorter path, fewer cookies and headers.',
    },
  },
  request_timeout: {
    status: 408,
    vi: {
      title: 'Yêu cầu gửi đến quá chậm',
      action: 'Kiểm tra đường truyền rồi gửi lại; chưa có gì được ghi.',
    },
    en: {
      title: 'The request arrived too slowly',
      action: 'Check the connection and send it again; nothing was stored.',
    },
  },
  took_too_long: {
    status: 503,
    vi: {
      title: 'Xử lý quá lâu nên đã dừng lại',
      action: 'Chờ ít giây rồi thử lại; chưa có gì dở dang.',
    },
    en: {
      title: 'The answer took too long and was given up',
      action: 'Wait some seconds and try again; nothing was left half-done.',
    },
  },
  dependency_unavailable: {
    status: 503,
    vi: {
      title: 'Hệ thống tạm thời không sẵn sàng',
      action: 'Chờ ít giây rồi thử lại; chưa có gì dở dang.',
    },
    en: {
      title: 'A part of the system is unavailable',
      action: 'Wait some seconds and try again; nothing was left half-done.',
    },
  },
  internal_error: {
    status: 500,
    vi: { title: 'Lỗi hệ thống', action: 'Báo mã yêu cầu (requestId) cho quản trị hệ thống.' },
    en: { title: 'Internal error', action: 'Give the requestId to the system administrator.' },
  },
} as const satisfies ProblemTable;
