import { type ProblemTable } from './problem.js';

/** Refusals of uploads and of the content store. */
export const DOCUMENTS_PROBLEMS = {
  file_missing: {
    status: 400,
    vi: {
      title: 'Không có tệp trong yêu cầu',
      action: 'Chọn một tệp và gửi trong trường "file" của multipart/form-data.',
    },
    en: {
      title: 'The request holds no file',
      action: 'Choose a file and send it as the field "file" of multipart/form-data.',
    },
  },
  upload_fields_invalid: {
    status: 400,
    vi: {
      title: 'Thông tin kèm theo tệp không đúng',
      action: 'Kiểm tra loại tài liệu và mã thành phần hồ sơ; gửi các trường này trước tệp.',
    },
    en: {
      title: 'The fields sent with the file are wrong',
      action: 'Check the document kind and the checklist item; send these fields before the file.',
    },
  },
  upload_interrupted: {
    status: 400,
    vi: {
      title: 'Việc tải tệp bị ngắt giữa chừng',
      action: 'Kiểm tra đường truyền rồi tải lại; chưa có gì được lưu.',
    },
    en: {
      title: 'The upload broke off',
      action: 'Check the connection and send the file again; nothing was stored.',
    },
  },
  file_empty: {
    status: 422,
    vi: {
      title: 'Tệp rỗng (0 byte)',
      action: 'Mở tệp trên máy để kiểm tra, lưu lại rồi tải lên tệp có nội dung.',
    },
    en: {
      title: 'The file is empty (0 bytes)',
      action: 'Open the file on your computer, save it again and upload a file with content.',
    },
  },
  file_too_large: {
    status: 413,
    vi: {
      title: 'Tệp vượt quá dung lượng cho phép',
      action: 'Nén ảnh trong tệp hoặc tách thành nhiều tệp; giới hạn nằm trong chi tiết lỗi.',
    },
    en: {
      title: 'The file is larger than allowed',
      action: 'Reduce its pictures or split it into several files; the limit stands in the details.',
    },
  },
  dossier_full: {
    status: 409,
    vi: {
      title: 'Hồ sơ đã đạt giới hạn số lượng hoặc dung lượng tài liệu',
      action:
        'Gộp giấy tờ thành ít tệp hơn, nén tệp, hoặc nộp bản giấy tại bộ phận một cửa; giới hạn nằm trong chi tiết lỗi.',
    },
    en: {
      title: 'The dossier holds as many documents or bytes as it may',
      action:
        'Join papers into fewer or smaller files, or hand them in at the counter; the limits stand in the details.',
    },
  },
  file_type_not_allowed: {
    status: 415,
    vi: { title: 'Loại tệp không được nhận', action: 'Gửi tệp PDF, PNG, JPEG, DOCX hoặc XLSX.' },
    en: { title: 'This type of file is not accepted', action: 'Send a PDF, PNG, JPEG, DOCX or XLSX file.' },
  },
  file_type_mismatch: {
    status: 415,
    vi: {
      title: 'Nội dung tệp không khớp với tên hoặc loại đã khai',
      action: 'Xuất lại tệp đúng định dạng; đổi đuôi tên tệp không làm thay đổi nội dung.',
    },
    en: {
      title: 'The content does not match the name or the declared type',
      action: 'Export the file again in the right format; renaming it does not change its content.',
    },
  },
  file_damaged: {
    status: 422,
    vi: {
      title: 'Tệp bị hỏng hoặc chưa đầy đủ',
      action: 'Mở thử tệp trên máy, quét hoặc xuất lại rồi tải lên.',
    },
    en: {
      title: 'The file is damaged or cut off',
      action: 'Open it on your computer, scan or export it again and upload it.',
    },
  },
  file_macros_refused: {
    status: 422,
    vi: {
      title: 'Tệp có chứa macro',
      action: 'Lưu lại dưới dạng .docx hoặc .xlsx không có macro rồi tải lên.',
    },
    en: {
      title: 'The file contains macros',
      action: 'Save it as .docx or .xlsx without macros and upload it.',
    },
  },
  archive_refused: {
    status: 422,
    vi: { title: 'Không nhận tệp nén', action: 'Giải nén và tải từng tài liệu riêng.' },
    en: { title: 'Archives are not accepted', action: 'Unpack it and upload every document by itself.' },
  },
  documents_not_accepted_now: {
    status: 409,
    vi: {
      title: 'Hồ sơ hiện không nhận thêm tài liệu',
      action: 'Chờ yêu cầu bổ sung, hoặc nộp tại bộ phận một cửa.',
    },
    en: {
      title: 'The dossier takes no documents at present',
      action: 'Wait for a request to supplement it, or hand the paper in at the counter.',
    },
  },
  document_withdrawn: {
    status: 409,
    vi: { title: 'Tài liệu đã được rút', action: 'Tải lại danh sách tài liệu; tải lên bản mới nếu cần.' },
    en: {
      title: 'The document was withdrawn',
      action: 'Reload the list of documents; upload a new one if needed.',
    },
  },
  storage_unavailable: {
    status: 503,
    vi: {
      title: 'Kho tệp tạm thời không sẵn sàng',
      action: 'Chờ ít giây rồi thử lại; tệp này chưa được lưu.',
    },
    en: {
      title: 'The file store is unavailable',
      action: 'Wait some seconds and try again; this file was not stored.',
    },
  },
  stored_bytes_lost: {
    status: 500,
    vi: {
      title: 'Kho tệp không còn nội dung của tài liệu này',
      action: 'Báo mã yêu cầu (requestId) cho quản trị hệ thống để khôi phục từ bản sao lưu.',
    },
    en: {
      title: 'The store no longer holds the bytes of this document',
      action: 'Give the requestId to the system administrator to restore them from a backup.',
    },
  },
} as const satisfies ProblemTable;
