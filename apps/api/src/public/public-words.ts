import { type Bilingual } from '#contracts';
import { type LetterStanding, type Verification } from '#contracts';

/** What an answer to everybody says beside its figures: wording for the public, kept apart from that of the house. */
export const STANDING_WORDS: Record<LetterStanding, Bilingual> = {
  valid: { vi: 'Văn bản đang có giá trị.', en: 'The letter is valid.' },
  under_review: {
    vi: 'Văn bản đang được xem xét lại sau khiếu nại; hãy chờ kết quả trước khi dựa vào văn bản này.',
    en: 'The letter is being reviewed after a complaint; wait for the result before you rely on it.',
  },
  replaced: {
    vi: 'Văn bản đã được thay thế và không còn giá trị.',
    en: 'The letter was replaced and is no longer valid.',
  },
  recalled: {
    vi: 'Văn bản đã bị thu hồi và không còn giá trị.',
    en: 'The letter was recalled and is no longer valid.',
  },
};

export const CHECK_WORDS = {
  byNumber: {
    vi: 'Có văn bản mang số này. So sánh ngày ban hành và mã SHA-256 của tệp bạn giữ với mã dưới đây: chỉ khi trùng nhau thì tệp mới là bản đã ban hành.',
    en: 'A letter carries this number. Compare the day and the SHA-256 of the file that you hold with those below: only if they are equal is it the issued file.',
  },
  byHash: {
    vi: 'Tệp này trùng từng byte với văn bản đã ban hành tại đây.',
    en: 'This file is byte for byte what was issued here.',
  },
  // The same for every miss: what it said of a paper of a council would tell that there is one.
  unknownNumber: {
    vi: 'Số này không nằm trong các số tra được tại đây. Giấy tờ của hội đồng (quyết định thành lập, biên bản) không tra được theo số, chỉ kiểm tra được bằng tệp PDF. Kiểm tra lại số, ký hiệu và ngày trên văn bản, hoặc kiểm tra bằng tệp PDF; nếu vẫn không thấy, hỏi cơ quan ghi trên văn bản.',
    en: 'This number is not among those that can be looked up here. Papers of councils (decisions on a council, minutes) are never found by number, only by their PDF. Check number, symbol and day on the letter, or check the PDF itself; if it is still not found, ask the authority that the letter names.',
  },
  unknownHash: {
    vi: 'Tệp này không phải là bản đã ban hành tại đây: có thể là bản quét, bản in lại hoặc đã bị sửa. Kiểm tra theo số văn bản, hoặc hỏi cơ quan ghi trên văn bản.',
    en: 'This file was not issued here as it is: it may be a scan, a new print or changed. Check by number, or ask the authority that the letter names.',
  },
  disclosure: {
    vi: 'Chỉ công khai số, ngày, loại văn bản, cơ quan ban hành, mã SHA-256 và giá trị hiện nay. Nội dung, tên tổ chức, cá nhân và tên dự án chỉ cung cấp cho các bên của hồ sơ.',
    en: 'Only number, day, kind, issuing authority, SHA-256 and present standing are public. Content and the names of people, organisations and projects are given to the parties of the dossier only.',
  },
  demonstration: {
    vi: 'Văn bản trình diễn, không có giá trị pháp lý.',
    en: 'A letter of the demonstration, without legal effect.',
  },
} as const satisfies Record<string, Bilingual>;

export const STATISTICS_WORDS = {
  received: {
    vi: 'Hồ sơ có ngày nhận trong kỳ (ngày tính là ngày hồ sơ đến cơ quan), không kể bản nháp.',
    en: 'Dossiers whose day of receipt lies in the period (the day on which they reached the authority), drafts left out.',
  },
  decided: {
    vi: 'Hồ sơ đã được trả lời bằng văn bản còn giá trị, có ngày ban hành trong kỳ. Văn bản đang được xem xét lại, bị thay thế hoặc thu hồi không được tính.',
    en: 'Dossiers that were answered by a letter that stands and is dated in the period. Letters under review, replaced or recalled are not counted.',
  },
  inTime: {
    vi: 'Trong số văn bản đã tính: văn bản ban hành khi thời hạn theo luật (hoặc mục tiêu nội bộ nơi luật không quy định) chưa hết, thời gian tạm dừng được trừ.',
    en: 'Of these letters: issued before the term set by law (or, where the law sets none, our own target) had run out; days on which it stood still are taken off.',
  },
  workingDays: {
    vi: 'Số ngày làm việc từ ngày nhận hồ sơ đến ngày ban hành văn bản, chỉ tính lần giải quyết đầu. “Giải quyết thực tế” không tính những ngày chờ chủ hồ sơ bổ sung, giải trình.',
    en: 'Working days from receipt to the day of the letter, first round only. “Active” leaves out the days on which the owner was asked to complete or explain.',
  },
  coverage: {
    vi: 'Tất cả dự án trong sổ đăng ký của tỉnh đến nay, không theo kỳ: bao nhiêu dự án đã được trả lời về công nghệ hoặc đã xác định không thuộc diện.',
    en: 'All projects in the register of the province to date, whatever the period: how many were answered on their technology or found not to be subject to it.',
  },
  smallNumbers: {
    vi: 'Số từ 1 đến 2, và số có thể suy ra chúng, không công bố để không lộ kết quả của từng dự án. Quy ước nội bộ.',
    en: 'Numbers of 1 and 2, and those from which they could be worked out, are not told, so that no single project shows. Our own convention.',
  },
} as const satisfies Record<string, Bilingual>;

/** How sure a statement about the law is, as people read it. */
export const VERIFICATION_WORDS: Record<Verification, Bilingual> = {
  text_read: { vi: 'Đã đối chiếu văn bản luật', en: 'Checked against the text of the law' },
  secondary: { vi: 'Theo nguồn thứ cấp', en: 'From a secondary source' },
  inference: {
    vi: 'Cách hiểu của cơ quan hoặc quy ước nội bộ',
    en: 'Our own reading or convention',
  },
  memory: { vi: 'Chưa đối chiếu văn bản', en: 'Not yet checked against the text' },
};

export const MODE_WORDS = {
  demonstration: {
    vi: 'Chế độ trình diễn: dữ liệu là giả định, kết quả không có giá trị pháp lý.',
    en: 'Demonstration: the data is invented and the results have no legal effect.',
  },
  official: {
    vi: 'Hệ thống đang vận hành chính thức.',
    en: 'The system is in official operation.',
  },
} as const satisfies Record<string, Bilingual>;
