import { type LetterAct, type Outcome } from '#contracts';

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
  groundsHeading: 'Lý do',
  findingsHeading: 'Kết quả kiểm tra làm căn cứ',
  replyHeading: 'Quyền giải trình',
  reply: (to: string, by: string) =>
    `Tổ chức, cá nhân có quyền gửi ý kiến giải trình và tài liệu chứng minh về ${to} chậm nhất ngày ${by}. Ý kiến nhận được sẽ được xem xét trước khi kết luận.`,
} as const;

/** What a letter calls the act: an opinion is given, an appraisal is carried out. */
interface ActWords {
  intended: (body: string, received: string) => string;
  intendedNotFinal: string;
  about: (project: string) => string;
  aboutChange: (project: string) => string;
  opening: (body: string, received: string) => string;
  conclusionHeading: string;
  outcomes: Record<Outcome, string>;
  conditionsCaption: string;
  confirmed: (letter: string) => string;
}
export const ACTS_VI: Record<LetterAct, ActWords> = {
  opinion: {
    intended: (body, received) =>
      `Qua xem xét ${received}, ${body} dự kiến có ý kiến không đồng ý về công nghệ của dự án.`,
    intendedNotFinal:
      'Thông báo này chưa phải là ý kiến cuối cùng và không làm thay đổi thời hạn giải quyết hồ sơ.',
    about: (project) => `ý kiến về công nghệ đối với dự án “${project}”`,
    aboutChange: (project) => `ý kiến về thay đổi công nghệ đối với dự án “${project}”`,
    opening: (body, received) =>
      `${body} nhận được ${received}. Sau khi xem xét, ${body} có ý kiến về công nghệ của dự án như sau:`,
    conclusionHeading: 'Ý kiến',
    outcomes: {
      agree: 'Đồng ý về công nghệ của dự án.',
      agree_with_conditions: 'Đồng ý về công nghệ của dự án với các điều kiện nêu tại văn bản này.',
      disagree_prohibited: 'Không đồng ý về công nghệ của dự án: công nghệ thuộc danh mục cấm.',
      disagree_outdated: 'Không đồng ý về công nghệ của dự án: công nghệ lạc hậu.',
      disagree_other: 'Không đồng ý về công nghệ của dự án.',
    },
    conditionsCaption: 'Điều kiện kèm theo ý kiến',
    confirmed: (letter) => `Ý kiến này giữ nguyên nội dung ${letter}.`,
  },
  appraisal: {
    intended: (body, received) =>
      `Qua thẩm định ${received}, ${body} dự kiến kết luận không đồng ý về công nghệ của dự án.`,
    intendedNotFinal:
      'Thông báo này chưa phải là kết quả thẩm định và không làm thay đổi thời hạn giải quyết hồ sơ.',
    about: (project) => `kết quả thẩm định công nghệ đối với dự án “${project}”`,
    aboutChange: (project) => `kết quả thẩm định thay đổi công nghệ đối với dự án “${project}”`,
    opening: (body, received) =>
      `${body} nhận được ${received}. Sau khi thẩm định, ${body} thông báo kết quả thẩm định công nghệ của dự án như sau:`,
    conclusionHeading: 'Kết quả thẩm định',
    outcomes: {
      agree: 'Qua thẩm định, đồng ý về công nghệ của dự án.',
      agree_with_conditions:
        'Qua thẩm định, đồng ý về công nghệ của dự án với các điều kiện nêu tại văn bản này.',
      disagree_prohibited:
        'Qua thẩm định, không đồng ý về công nghệ của dự án: công nghệ thuộc danh mục cấm.',
      disagree_outdated: 'Qua thẩm định, không đồng ý về công nghệ của dự án: công nghệ lạc hậu.',
      disagree_other: 'Qua thẩm định, không đồng ý về công nghệ của dự án.',
    },
    conditionsCaption: 'Điều kiện kèm theo kết quả thẩm định',
    confirmed: (letter) => `Kết quả thẩm định này giữ nguyên nội dung ${letter}.`,
  },
};

export const DECISION_VI = {
  conditionsHeading: 'Điều kiện',
  conditionColumns: ['Điều kiện', 'Thời hạn', 'Minh chứng', 'Trách nhiệm'],
  reasonsHeading: 'Lý do',
  councilHeading: 'Kết luận của hội đồng',
  findingsHeading: 'Kết quả kiểm tra',
  remediesHeading: 'Khiếu nại, kiến nghị',
  lateness: (reason: string) => `Văn bản này được ban hành sau thời hạn giải quyết vì lý do: ${reason}`,
  changes: (letter: string) => `Nội dung xem xét là thay đổi công nghệ so với ${letter}.`,
  replaced: (letter: string) => `Văn bản này thay thế ${letter}.`,
  recalled: (letter: string) => `${letter} được thu hồi bằng thông báo riêng.`,
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
