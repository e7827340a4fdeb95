import { type HoldingReplyData } from '#contracts';

type RequestKind = NonNullable<HoldingReplyData['openRequest']>['kind'];

/** The holding reply. Statements about the law come from the data; here stand only words of form. */
export const HOLDING_REPLY_VI = {
  about: (project: string) => `trả lời tạm về công nghệ đối với dự án “${project}”`,
  opening: (body: string, received: string) =>
    `${body} nhận được ${received}. Đến nay việc xem xét chưa hoàn thành; ${body} thông báo tình hình như sau:`,
  doneHeading: 'Những việc đã thực hiện',
  screened: (on: string) => `Đã sàng lọc công nghệ của dự án ngày ${on}.`,
  screeningLaw: (law: string) => `Quy định đã áp dụng: ${law}.`,
  screeningLists: (lists: string) => `Danh mục đã đối chiếu: ${lists}.`,
  noLists: 'Chưa có danh mục nào được nạp để đối chiếu.',
  screeningStale:
    'Thông tin của hồ sơ đã thay đổi sau lần sàng lọc này nên kết quả chưa được nêu tại văn bản này; công nghệ sẽ được sàng lọc lại.',
  notScreened: 'Hồ sơ chưa được sàng lọc công nghệ.',
  findingsHeading: 'Nội dung chưa đáp ứng đã ghi nhận',
  matchesCaption: 'Công nghệ đã được xác nhận thuộc danh mục',
  matchColumns: ['Dây chuyền', 'Danh mục', 'Mục'],
  lists: {
    prohibited: 'cấm chuyển giao',
    restricted: 'hạn chế chuyển giao',
    encouraged: 'khuyến khích chuyển giao',
    strategic: 'công nghệ chiến lược',
  } as Record<string, string>,
  missingHeading: 'Nội dung còn thiếu để kết luận',
  questionsCaption: 'Nội dung chưa đủ căn cứ để kết luận',
  questionColumns: ['Đối tượng', 'Nội dung kiểm tra và căn cứ', 'Còn thiếu'],
  undecided: (count: number) => `Còn ${count} kết quả đối chiếu danh mục đang được xem xét.`,
  waitingHeading: 'Ý kiến và tài liệu đang chờ',
  consultation: (agency: string, on: string) => `Đang lấy ý kiến của ${agency} từ ngày ${on}.`,
  experts: (on: string) => `Đang lấy ý kiến chuyên gia từ ngày ${on}.`,
  requested: {
    supplement: (by: string) => `Đang chờ bổ sung hồ sơ, chậm nhất ngày ${by}:`,
    clarification: (by: string) => `Đang chờ giải trình, chậm nhất ngày ${by}:`,
    refusal_notice: (by: string) => `Đang chờ ý kiến phản hồi của nhà đầu tư, chậm nhất ngày ${by}.`,
  } satisfies Record<RequestKind, (by: string) => string>,
  termHeading: 'Thời hạn và giá trị của văn bản này',
  term: (name: string, on: string, basis: string) =>
    `Thời hạn trả lời (${name}): ngày ${on}, căn cứ ${basis}.`,
  termOpen: (name: string, basis: string) =>
    `Thời hạn trả lời (${name}), căn cứ ${basis}, đang tạm dừng để chờ bổ sung hoặc giải trình; ngày trả lời sẽ được tính lại.`,
  silence: (basis: string) => `Quy định về việc không trả lời trong thời hạn: ${basis}.`,
  expected: (on: string) => `Dự kiến có ý kiến chính thức: ngày ${on}.`,
  expectedOpen: 'Ngày có ý kiến chính thức sẽ được thông báo khi có đủ căn cứ.',
  notAgreement: 'Văn bản này không phải là ý kiến đồng ý về công nghệ của dự án.',
  closing: (body: string) => `${body} tiếp tục xem xét và sẽ có ý kiến chính thức bằng văn bản`,
} as const;
