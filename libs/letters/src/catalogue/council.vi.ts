import {
  type AttendanceLine,
  type CouncilMode,
  type CouncilRuleLine,
  type CouncilSeat,
  type CouncilVote,
  type Outcome,
  type Share,
} from '#contracts';

export const SEATS_VI: Record<CouncilSeat, string> = {
  chair: 'Chủ tịch',
  vice_chair: 'Phó Chủ tịch',
  reviewer: 'Ủy viên phản biện',
  member: 'Ủy viên',
  secretary: 'Thư ký',
};
export const VOTES_VI: Record<CouncilVote, string> = {
  for: 'Tán thành',
  against: 'Không tán thành',
  abstain: 'Không biểu quyết',
};
export const PRESENCE_VI: Record<AttendanceLine['presence'], string> = {
  present: 'Có mặt',
  proxy: 'Ủy quyền',
  absent: 'Vắng mặt',
  ballot: 'Đã gửi phiếu',
  no_ballot: 'Chưa gửi phiếu',
  recused: 'Rút lui (xung đột lợi ích), không tính',
};
export const MODES_VI: Record<CouncilMode, string> = {
  meeting: 'Họp trực tiếp',
  written: 'Lấy ý kiến bằng văn bản',
};
export const ADVICE_VI: Record<Outcome, string> = {
  agree: 'Đề nghị đồng ý về công nghệ của dự án',
  agree_with_conditions: 'Đề nghị đồng ý về công nghệ của dự án kèm điều kiện',
  disagree_prohibited: 'Đề nghị không đồng ý: công nghệ thuộc danh mục cấm',
  disagree_outdated: 'Đề nghị không đồng ý: công nghệ lạc hậu',
  disagree_other: 'Đề nghị không đồng ý về công nghệ của dự án',
};

const share = (value: CouncilRuleLine['value']): string => {
  const { numerator, denominator } = value as Share;
  return `${numerator}/${denominator}`;
};
const count = (value: CouncilRuleLine['value']): number => Number(value);
/** Each rule as a sentence without its full stop. */
export const RULES_VI: Record<CouncilRuleLine['rule'], (value: CouncilRuleLine['value']) => string> = {
  minimumMembers: (value) => `Hội đồng có ít nhất ${count(value)} thành viên có quyền biểu quyết`,
  presence: (value) =>
    `Phiên họp hợp lệ khi có mặt ít nhất ${share(value)} số thành viên không phải rút lui vì xung đột lợi ích`,
  proxiesCount: (value) =>
    value === true
      ? 'Thành viên có người được ủy quyền dự họp được tính là có mặt, nhưng chỉ biểu quyết bằng phiếu đã ký của chính mình'
      : 'Thành viên ủy quyền cho người khác dự họp không được tính là có mặt',
  majority: (value) =>
    `Nội dung thủ tục được thông qua khi số phiếu tán thành nhiều hơn ${share(value)} số thành viên không phải rút lui`,
  conclusion: (value) =>
    `Kết luận được thông qua khi có ít nhất ${share(value)} tổng số thành viên không phải rút lui tán thành`,
  chairBreaksTie: (value) =>
    value === true
      ? 'Khi số phiếu ngang nhau, nội dung thủ tục theo phiếu của Chủ tịch'
      : 'Khi số phiếu ngang nhau, nội dung không được thông qua',
  viceChairBreaksTie: (value) =>
    value === true
      ? 'Khi Chủ tịch rút lui hoặc vắng mặt, phiếu quyết định thuộc về Phó Chủ tịch điều hành'
      : 'Phó Chủ tịch điều hành thay Chủ tịch không có phiếu quyết định',
};
export const ANALOGY_VI = 'áp dụng tương tự';

export const COUNCIL_DECISION_VI = {
  title: 'QUYẾT ĐỊNH',
  subject: (name: string, project: string) => `Về việc thành lập ${name} đối với dự án “${project}”`,
  changedSubject: (name: string, project: string) => `Về việc kiện toàn ${name} đối với dự án “${project}”`,
  opening: (received: string) => `Xét ${received};`,
  decides: 'QUYẾT ĐỊNH:',
  established: (name: string) => `Điều 1. Thành lập ${name} gồm các ông, bà có tên sau:`,
  changed: (name: string, earlier: string | null) =>
    `Điều 1. Kiện toàn ${name}${earlier === null ? '' : ` đã thành lập tại ${earlier}`}; hội đồng gồm các ông, bà có tên sau:`,
  membersCaption: 'Danh sách hội đồng',
  memberColumns: ['Họ và tên', 'Cơ quan', 'Chức danh'],
  task: 'Điều 2. Hội đồng tư vấn về công nghệ của dự án, làm việc dân chủ, khách quan; thành viên ghi ý kiến bằng văn bản, chịu trách nhiệm về ý kiến của mình và giữ bí mật thông tin. Quy tắc làm việc:',
  rulesCaption: 'Quy tắc làm việc',
  ruleColumns: ['Quy tắc', 'Căn cứ'],
  ends: 'Điều 3. Hội đồng kết thúc sau khi có biên bản kết luận hoặc khi được giải thể. Quyết định này có hiệu lực kể từ ngày ký',
} as const;

export const COUNCIL_MINUTES_VI = {
  title: 'BIÊN BẢN',
  subject: (session: number, name: string, project: string) =>
    `Phiên họp thứ ${session} của ${name} đối với dự án “${project}”`,
  mode: 'Hình thức',
  heldOn: 'Ngày',
  place: 'Địa điểm',
  closesOn: 'Hạn gửi phiếu',
  presidedBy: 'Người điều hành',
  secretary: 'Thư ký ghi biên bản',
  attendanceHeading: 'Thành phần',
  attendanceCaption: 'Danh sách thành viên',
  attendanceColumns: ['Họ và tên', 'Chức danh', 'Dự họp', 'Người được ủy quyền'],
  quorum: (numerator: number, denominator: number, needed: string) =>
    `Có mặt ${numerator}/${denominator} thành viên được tính (cần ít nhất ${needed}).`,
  valid: 'Phiên họp hợp lệ.',
  notValid: 'Phiên họp không hợp lệ; các nội dung biểu quyết tại phiên này không có giá trị.',
  tooSmall: 'Hội đồng không còn đủ số thành viên tối thiểu.',
  opinionsHeading: 'Ý kiến của thành viên',
  opinionsCaption: 'Ý kiến đã ghi nhận',
  opinionColumns: ['Họ và tên', 'Đề xuất', 'Tóm tắt'],
  motionsHeading: 'Biểu quyết',
  motion: (number: number, text: string) => `Nội dung ${number}: ${text}`,
  advice: (text: string) => `Kết luận đề xuất: ${text}.`,
  conditions: 'Điều kiện',
  votesCaption: (number: number) => `Phiếu của nội dung ${number}`,
  voteColumns: ['Họ và tên', 'Phiếu', 'Hình thức phiếu'],
  onPaper: 'Phiếu giấy đã ký',
  electronic: 'Trên hệ thống',
  tally: (forIt: number, against: number, abstain: number, missing: number) =>
    `Tán thành ${forIt}, không tán thành ${against}, không biểu quyết ${abstain}, không có phiếu ${missing}.`,
  atLeast: (forIt: number, denominator: number, needed: string) =>
    `Tỷ lệ tán thành ${forIt}/${denominator}, cần ít nhất ${needed}`,
  moreThan: (forIt: number, denominator: number, needed: string) =>
    `Tỷ lệ tán thành ${forIt}/${denominator}, cần nhiều hơn ${needed}`,
  carried: 'Kết quả: được thông qua.',
  lost: 'Kết quả: không được thông qua.',
  tieBroken: (name: string) => `Số phiếu ngang nhau; theo phiếu quyết định của ${name}.`,
  tie: 'Số phiếu ngang nhau; không có phiếu quyết định.',
  dissent: (name: string, text: string) => `Ý kiến bảo lưu của ${name}: ${text}`,
  rulesHeading: 'Quy tắc đã áp dụng',
  signed: (secretary: string) => `Thư ký hội đồng (ký, ghi rõ họ tên): ${secretary}`,
  end: 'Biên bản được lập từ danh sách dự họp, phiếu biểu quyết và ý kiến đã ghi trên hệ thống',
} as const;
