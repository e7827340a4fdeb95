import { type ProblemTable } from './problem.js';

/** Refusals of the log: reading without a trace, erasing without a ground. */
export const AUDIT_PROBLEMS = {
  access_log_unavailable: {
    status: 503,
    vi: {
      title: 'Nhật ký truy cập tạm thời không ghi được',
      action: 'Thử lại sau ít phút; không ai được đọc hồ sơ khi việc đọc không được ghi lại.',
    },
    en: {
      title: 'The log of reads cannot be written',
      action: 'Try again in a few minutes; nothing may be read without a trace.',
    },
  },
  system_chain_shared: {
    status: 409,
    vi: {
      title: 'Chuỗi nhật ký quản trị có cả việc của cơ quan khác',
      action:
        'Dùng thẻ Kiểm chứng toàn bộ của trang Nhật ký, hoặc nhờ người vận hành chạy npm run cli -- verify trên máy chủ; nhật ký từng hồ sơ vẫn xuất được.',
    },
    en: {
      title: 'The chain of the system also holds acts of another authority',
      action:
        'Verify everything on the page of the log, or ask the operator to run npm run cli -- verify on the server; logs of dossiers can still be exported.',
    },
  },
  verification_running: {
    status: 409,
    vi: {
      title: 'Đang có một lần kiểm chứng toàn bộ nhật ký',
      action: 'Chờ lần đang chạy kết thúc, xem kết quả của lần đó, rồi yêu cầu lần mới nếu vẫn cần.',
    },
    en: {
      title: 'A verification of the whole log is already under way',
      action:
        'Wait until it has ended, look at what it found, and ask for another one if it is still needed.',
    },
  },
  verification_not_finished: {
    status: 409,
    vi: {
      title: 'Lần kiểm chứng này chưa có kết quả',
      action: 'Chờ kiểm chứng xong rồi tải chứng cứ; nếu lần này không thành thì yêu cầu kiểm chứng lại.',
    },
    en: {
      title: 'This verification has no result',
      action: 'Wait until it has finished before taking its evidence; where it failed, ask for another one.',
    },
  },
  erasure_basis_missing: {
    status: 422,
    vi: {
      title: 'Thiếu căn cứ pháp lý để xóa nội dung',
      action: 'Nêu căn cứ (văn bản, điều khoản) rồi gửi lại.',
    },
    en: {
      title: 'The legal basis of the erasure is missing',
      action: 'Name the basis (instrument and article) and send it again.',
    },
  },
  payload_already_erased: {
    status: 409,
    vi: {
      title: 'Nội dung này đã được xóa',
      action: 'Xem bản ghi payload.erased của chuỗi để biết ai đã xóa, khi nào và theo căn cứ nào.',
    },
    en: {
      title: 'This content is already erased',
      action: "See the chain's payload.erased entry for who erased it, when and on what basis.",
    },
  },
} as const satisfies ProblemTable;
