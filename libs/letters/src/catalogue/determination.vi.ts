import { type ConsultationPosition, type Outcome, type Verdict } from '#contracts';

/** The letter that asks an agency or an independent body. */
export const CONSULTATION_REQUEST_VI = {
  about: (project: string) => `lấy ý kiến về công nghệ của dự án “${project}”`,
  opening: (body: string, received: string) => `${body} đang xem xét ${received}.`,
  ask: 'Để có đủ cơ sở kết luận, đề nghị quý cơ quan, tổ chức cho ý kiến về nội dung sau:',
  questionHeading: 'Nội dung đề nghị cho ý kiến',
  basis: (text: string) => `Căn cứ của việc lấy ý kiến: ${text}`,
  timeHeading: 'Thời hạn và nơi nhận ý kiến',
  term: (days: number, basis: string) =>
    `Thời hạn trả lời: ${days} ngày làm việc kể từ ngày của văn bản này (${basis})`,
  replyBy: (on: string) => `Đề nghị trả lời chậm nhất ngày ${on}.`,
  replyTo: (to: string) => `Ý kiến bằng văn bản gửi về ${to}.`,
  enclosedHeading: 'Tài liệu gửi kèm',
  closing: (body: string) => `${body} trân trọng cảm ơn sự phối hợp`,
} as const;

export const POSITIONS_VI: Record<ConsultationPosition, string> = {
  agrees: 'Thống nhất',
  agrees_with_remarks: 'Thống nhất, có góp ý',
  disagrees: 'Không thống nhất',
  no_position: 'Không có ý kiến',
};

/** The written determination. */
export const DETERMINATION_VI = {
  about: (project: string) => `xác định công nghệ của dự án “${project}”`,
  opening: (body: string, received: string) =>
    `${body} nhận được ${received}. Sau khi đối chiếu với các tiêu chí và lấy ý kiến các cơ quan, ${body} xác định như sau:`,
  resultHeading: 'Kết quả xác định',
  outcomes: {
    agree: 'Dự án không sử dụng công nghệ lạc hậu.',
    agree_with_conditions: 'Dự án không sử dụng công nghệ lạc hậu.',
    disagree_prohibited:
      'Dự án sử dụng công nghệ lạc hậu: công nghệ thuộc danh mục công nghệ cấm chuyển giao.',
    disagree_outdated: 'Dự án sử dụng công nghệ lạc hậu.',
    disagree_other: 'Dự án sử dụng công nghệ lạc hậu.',
  } satisfies Record<Outcome, string>,
  reasonsHeading: 'Lý do',
  testsHeading: 'Kết quả đối chiếu từng tiêu chí',
  testsCaption: 'Tiêu chí, giá trị, giới hạn và chứng cứ',
  testColumns: ['Đối tượng', 'Tiêu chí và căn cứ', 'Giá trị ghi nhận', 'Giới hạn', 'Kết quả', 'Chứng cứ'],
  verdicts: {
    met: 'Đạt',
    breached: 'Không đạt',
    inconclusive: 'Chưa đủ căn cứ',
    not_applicable: 'Không áp dụng',
  } satisfies Record<Verdict, string>,
  proof: (kind: string, number: string, on: string, body: string) =>
    `${kind} số ${number}, ngày ${on}, ${body}`,
  proofKinds: { inspection_certificate: 'Chứng thư giám định' } as Record<string, string>,
  otherProof: 'Tài liệu',
  notStated: 'không ghi',
  noProof: '–',
  lookedUp: 'Danh mục đang có hiệu lực được tra cứu trên bản giấy; không có công nghệ này.',
  lookedUpProof: 'Kết quả tra cứu lưu trong hồ sơ',
  consultedHeading: 'Ý kiến của các cơ quan, tổ chức được hỏi',
  consultedCaption: 'Cơ quan, tổ chức và ý kiến',
  consultedColumns: ['Cơ quan, tổ chức', 'Nội dung lấy ý kiến', 'Ý kiến'],
  answered: (position: string, on: string) => `${position} (trả lời ngày ${on})`,
  silent: (on: string) => `Không trả lời trong thời hạn; kết thúc lấy ý kiến ngày ${on}`,
  remediesHeading: 'Khiếu nại, kiến nghị',
  confirmed: (letter: string) => `Kết quả này giữ nguyên nội dung ${letter}.`,
  replaced: (letter: string) => `Văn bản này thay thế ${letter}.`,
  recalled: (letter: string) => `${letter} được thu hồi bằng thông báo riêng.`,
  closing: (body: string, reader: string) => `${body} thông báo để ${reader} biết, thực hiện`,
  allReaders: 'các cơ quan, tổ chức nêu trên',
} as const;

/** A notice of an intended determination uses these words in place of those of an opinion. */
export const INTENDED_DETERMINATION_VI = {
  subject: (project: string) => `Về dự kiến xác định dự án “${project}” sử dụng công nghệ lạc hậu`,
  intended: (body: string, received: string) =>
    `Qua xem xét ${received}, ${body} dự kiến xác định dự án sử dụng công nghệ lạc hậu.`,
  intendedNotFinal:
    'Thông báo này chưa phải là kết quả xác định và không làm thay đổi thời hạn giải quyết hồ sơ.',
} as const;
