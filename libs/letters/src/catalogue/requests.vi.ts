import { type BasisStatement } from '#contracts';

/** Receipt, requests and notices. Legal statements come from the data; here stand only words of form. */
export const RECEIPT_VI = {
  title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  fileCode: 'Mã hồ sơ',
  received: (body: string) => `${body} đã tiếp nhận hồ sơ của:`,
  applicant: 'Tổ chức, cá nhân',
  address: 'Địa chỉ',
  phone: 'Số điện thoại',
  content: 'Nội dung yêu cầu giải quyết',
  project: 'Dự án',
  investor: 'Nhà đầu tư',
  request: 'Văn bản đề nghị',
  papers: 'Thành phần hồ sơ đã nộp',
  noPapers: 'Không có tài liệu kèm theo.',
  paperColumns: ['Tên tài liệu', 'Hình thức', 'Số lượng'],
  forms: { original: 'Bản chính', copy: 'Bản sao', electronic: 'Bản điện tử' },
  receivedOn: 'Thời gian nhận hồ sơ',
  at: (time: string, day: string) => `${time} ngày ${day}`,
  expectedOn: 'Ngày hẹn trả kết quả',
  noDate: 'chưa xác định',
  returnPlace: 'Nơi nhận kết quả',
  receivedBy: 'Người tiếp nhận',
  tracking: 'Tra cứu hồ sơ',
  qrCode: 'Mã QR mở trang tra cứu hồ sơ này, không cần gõ mã số hồ sơ và mã tra cứu.',
  secret: 'Mã tra cứu (không tiết lộ cho người khác)',
} as const;

export const SUPPLEMENT_VI = {
  title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
  subject: (project: string) => `Dự án “${project}”`,
  opening: (body: string, received: string) => `${body} đã xem xét ${received}.`,
  ask: 'Để có đủ cơ sở giải quyết, đề nghị bổ sung, hoàn thiện các nội dung sau:',
  caption: 'Nội dung cần bổ sung',
  columns: ['Nội dung yêu cầu', 'Căn cứ'],
  reply: (to: string, by: string) => `Tài liệu bổ sung gửi về ${to} chậm nhất ngày ${by}.`,
  ownBasis: '–',
} as const;

export const CLARIFICATION_VI = {
  about: (project: string) => `giải trình, làm rõ nội dung về công nghệ của dự án “${project}”`,
  ask: 'Trong quá trình xem xét, còn một số nội dung chưa rõ. Đề nghị giải trình, làm rõ:',
  caption: 'Nội dung cần giải trình',
  columns: ['Nội dung cần giải trình', 'Căn cứ'],
  reply: (to: string, by: string) => `Văn bản giải trình gửi về ${to} chậm nhất ngày ${by}.`,
} as const;

export const RETURN_VI = {
  refusedTitle: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
  returnedTitle: 'THÔNG BÁO',
  returnedSubject: (project: string) => `Về việc trả lại hồ sơ dự án “${project}”`,
  refused: (body: string, received: string) =>
    `${body} đã xem xét ${received} và không tiếp nhận giải quyết hồ sơ này với lý do sau:`,
  returned: (body: string, received: string) =>
    `${body} đã xem xét ${received} và trả lại hồ sơ này với lý do sau:`,
  reason: 'Lý do',
  explanation: 'Giải thích',
  competent: 'Cơ quan có thẩm quyền giải quyết',
  caption: 'Các nội dung chưa đáp ứng',
  columns: ['Nội dung', 'Căn cứ'],
  closing: (body: string) => `${body} thông báo để tổ chức, cá nhân biết và thực hiện`,
} as const;

/** The law's word on a request as a sentence, from its article. */
export const STATEMENTS_VI = {
  oneRequest: (basis: string) => `Mỗi hồ sơ chỉ được yêu cầu bổ sung hoặc giải trình một lần (${basis})`,
  ifSilent: (basis: string) => `Nếu không nhận được tài liệu trong thời hạn nêu tại văn bản này: ${basis}`,
  rightOfReply: (basis: string) => `Căn cứ của thời hạn giải trình: ${basis}`,
} as const;

export const DISCONTINUANCE_VI = {
  title: 'THÔNG BÁO',
  subject: (project: string) => `Về việc dừng giải quyết hồ sơ dự án “${project}”`,
  requested: (letter: string, by: string) =>
    `Tại ${letter}, cơ quan giải quyết đã yêu cầu bổ sung hồ sơ, thời hạn chậm nhất ngày ${by}.`,
  requestedBefore: (by: string) =>
    `Cơ quan giải quyết đã yêu cầu bổ sung hồ sơ, thời hạn chậm nhất ngày ${by}.`,
  silent: (by: string) => `Đến hết ngày ${by}, cơ quan giải quyết không nhận được tài liệu bổ sung.`,
  stopped: (body: string) => `Vì vậy, ${body} dừng giải quyết hồ sơ nêu trên.`,
  basis: (text: string) => `Căn cứ dừng giải quyết: ${text}.`,
  closing: (body: string) => `${body} thông báo để tổ chức, cá nhân biết`,
} as const;

export const RECALL_VI = {
  title: 'THÔNG BÁO',
  subject: (letter: string) => `Về việc thu hồi ${letter}`,
  after: (decision: string, on: string) =>
    `Thực hiện quyết định giải quyết khiếu nại (${decision}, ngày ${on}),`,
  recalled: (body: string, letter: string, about: string) => `${body} thu hồi ${letter} đối với ${about}.`,
  receivers:
    'Cơ quan, tổ chức, cá nhân đã nhận văn bản bị thu hồi gửi trả bản giấy, hủy bỏ bản điện tử và thông báo lại cho cơ quan ban hành; từ ngày của thông báo này, văn bản bị thu hồi không còn giá trị.',
  basis: (text: string) => `Căn cứ thu hồi: ${text}.`,
  closing: (body: string) => `${body} thông báo để cơ quan, tổ chức, cá nhân biết và thực hiện`,
} as const;

/** The rule on recalling issued letters; its text was not at hand. */
export const RECALL_BASIS: BasisStatement = {
  text: 'Nghị định 30/2020/NĐ-CP, Điều 18 (thu hồi văn bản đã phát hành)',
  verification: 'memory',
};
