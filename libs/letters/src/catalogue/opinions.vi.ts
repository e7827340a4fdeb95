import { type Outcome } from '#contracts';

/** Words shared by letters that judge. */
export const FINDINGS_VI = {
  caption: 'Kết quả kiểm tra',
  columns: [
    'Đối tượng',
    'Nội dung kiểm tra và căn cứ',
    'Giá trị ghi nhận',
    'Giới hạn',
    'Thay đổi cần có để đạt',
  ],
  nothingHelps: 'Không có thay đổi nào làm đạt',
} as const;

export const INTENDED_REFUSAL_VI = {
  title: 'THÔNG BÁO',
  subject: (project: string) => `Về dự kiến không đồng ý về công nghệ đối với dự án “${project}”`,
  opening: (body: string, received: string) =>
    `Qua xem xét ${received}, ${body} dự kiến có ý kiến không đồng ý về công nghệ của dự án.`,
  groundsHeading: 'Lý do',
  findingsHeading: 'Kết quả kiểm tra làm căn cứ',
  replyHeading: 'Quyền giải trình',
  reply: (to: string, by: string) =>
    `Tổ chức, cá nhân có quyền gửi ý kiến giải trình và tài liệu chứng minh về ${to} chậm nhất ngày ${by}. Ý kiến nhận được sẽ được xem xét trước khi kết luận.`,
  notFinal: 'Thông báo này chưa phải là ý kiến cuối cùng và không làm thay đổi thời hạn giải quyết hồ sơ.',
} as const;

export const DECISION_VI = {
  about: (project: string) => `ý kiến về công nghệ đối với dự án “${project}”`,
  opening: (body: string, received: string) =>
    `${body} nhận được ${received}. Sau khi xem xét, ${body} có ý kiến về công nghệ của dự án như sau:`,
  conclusionHeading: 'Ý kiến',
  outcomes: {
    agree: 'Đồng ý về công nghệ của dự án.',
    agree_with_conditions: 'Đồng ý về công nghệ của dự án với các điều kiện nêu tại văn bản này.',
    disagree_prohibited: 'Không đồng ý về công nghệ của dự án: công nghệ thuộc danh mục cấm.',
    disagree_outdated: 'Không đồng ý về công nghệ của dự án: công nghệ lạc hậu.',
    disagree_other: 'Không đồng ý về công nghệ của dự án.',
  } satisfies Record<Outcome, string>,
  conditionsHeading: 'Điều kiện',
  conditionsCaption: 'Điều kiện kèm theo ý kiến',
  conditionColumns: ['Điều kiện', 'Thời hạn', 'Minh chứng', 'Trách nhiệm'],
  reasonsHeading: 'Lý do',
  councilHeading: 'Kết luận của hội đồng',
  findingsHeading: 'Kết quả kiểm tra',
  remediesHeading: 'Khiếu nại, kiến nghị',
  lateness: (reason: string) => `Văn bản này được ban hành sau thời hạn giải quyết vì lý do: ${reason}`,
  confirmed: (letter: string) => `Ý kiến này giữ nguyên nội dung ${letter}.`,
  replaced: (letter: string) => `Văn bản này thay thế ${letter}.`,
  closing: (body: string, reader: string) => `${body} gửi ${reader} để tổng hợp, thực hiện`,
  allReaders: 'các cơ quan, tổ chức nêu trên',
} as const;

/** How a dossier and a letter are named inside a sentence. */
export const REFERENCES_VI = {
  letter: (number: string, on: string, from: string | null) =>
    `Văn bản số ${number} ngày ${on}${from === null ? '' : ` của ${from}`}`,
  byRequest: (letter: string, procedure: string, project: string, investor: string) =>
    `${letter} về việc ${procedure} đối với dự án “${project}” của ${investor}`,
  byInvestor: (procedure: string, project: string, investor: string) =>
    `hồ sơ đề nghị ${procedure} đối với dự án “${project}” của ${investor}`,
  fileCode: (code: string) => `mã hồ sơ ${code}`,
  receivedOn: (on: string) => `tiếp nhận ngày ${on}`,
} as const;
