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
  command_drafts_no_letter: {
    status: 409,
    vi: {
      title: 'Bước này không lập văn bản nào để xem trước',
      action: 'Xem kết quả dự kiến của bước này; văn bản được lập khi có quyết định.',
    },
    en: {
      title: 'This step drafts no letter to look at beforehand',
      action: 'Look at what the step would do; the letter is drafted by the decision.',
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
      title: 'Ngày ban hành không thể là ngày này',
      action:
        'Chọn ngày trong khoảng được nêu: không trước ngày lập dự thảo và ngày của văn bản cấp số liền trước trong cùng sổ, không sau hôm nay.',
    },
    en: {
      title: 'The letter cannot carry this day',
      action:
        'Choose a day within the named bounds: not before the draft was made nor before the last numbered letter of the register, and not after today.',
    },
  },
  signer_is_not_decider: {
    status: 422,
    vi: {
      title: 'Người ký không phải là người đã quyết định',
      action: 'Ghi tên người đã quyết định được nêu trong chi tiết lỗi, hoặc trình người ký ra quyết định.',
    },
    en: {
      title: 'The signer is not the person who decided',
      action: 'Name the person who decided, as given in the details, or have the signer decide.',
    },
  },
  letter_text_unprintable: {
    status: 422,
    vi: {
      title: 'Nội dung văn bản có ký tự điều khiển',
      action: 'Xóa ký tự được nêu rồi nhập lại phần chữ đó.',
    },
    en: {
      title: 'The text of the letter holds a control character',
      action: 'Remove the named character and type that part of the text again.',
    },
  },
} as const satisfies ProblemTable;
