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
        'Nhờ người vận hành kiểm chứng trên máy chủ bằng npm run cli -- verify; nhật ký từng hồ sơ vẫn xuất được.',
    },
    en: {
      title: 'The chain of the system also holds acts of another authority',
      action:
        'Ask the operator to verify on the server with npm run cli -- verify; logs of dossiers can still be exported.',
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
