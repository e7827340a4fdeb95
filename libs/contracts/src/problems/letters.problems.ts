import { type ProblemTable } from './problem.js';

/** Refusals of drafting, numbering and issuing letters. */
export const LETTERS_PROBLEMS = {
  letter_already_issued: {
    status: 409,
    vi: {
      title: 'Văn bản đã phát hành, không sửa được',
      action: 'Lập văn bản thay thế hoặc đính chính; bản đã phát hành được giữ nguyên.',
    },
    en: {
      title: 'The letter was issued and cannot be changed',
      action: 'Draft a letter that replaces or corrects it; the issued one is kept as it is.',
    },
  },
  letter_not_issued: {
    status: 409,
    vi: { title: 'Văn bản chưa phát hành', action: 'Chờ văn bản được ký và cấp số, hoặc xem bản dự thảo.' },
    en: {
      title: 'The letter has not been issued',
      action: 'Wait until it is signed and numbered, or look at the draft.',
    },
  },
  letter_void: {
    status: 409,
    vi: { title: 'Dự thảo đã bị hủy', action: 'Lập dự thảo mới.' },
    en: { title: 'The draft was discarded', action: 'Draft a new letter.' },
  },
  letter_incomplete: {
    status: 422,
    vi: {
      title: 'Văn bản còn thiếu nội dung bắt buộc',
      action: 'Bổ sung các trường được nêu trong dự thảo rồi phát hành lại.',
    },
    en: {
      title: 'The letter lacks required content',
      action: 'Fill the named fields of the draft, then issue it again.',
    },
  },
  letter_date_impossible: {
    status: 422,
    vi: {
      title: 'Ngày ban hành sau ngày hôm nay',
      action: 'Chọn ngày ban hành là hôm nay hoặc ngày trước đó.',
    },
    en: { title: 'The day of issue lies after today', action: 'Choose today or an earlier day.' },
  },
  letter_text_unprintable: {
    status: 422,
    vi: {
      title: 'Có ký tự mà phông chữ của văn bản không in được',
      action: 'Viết lại phần được nêu bằng chữ Việt hoặc chữ Latinh.',
    },
    en: {
      title: 'The font of the letter cannot print a character',
      action: 'Write the named part in Vietnamese or Latin letters.',
    },
  },
} as const satisfies ProblemTable;
