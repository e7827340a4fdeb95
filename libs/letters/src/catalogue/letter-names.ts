import { type Bilingual, type LetterKind } from '#contracts';

/** What a letter is called to people outside the house: what it is, never what it leads to. */
export const LETTER_NAMES: Record<LetterKind, Bilingual> = {
  receipt: {
    vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    en: 'Receipt with the day of the answer',
  },
  supplement_request: {
    vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    en: 'Request to complete the dossier',
  },
  clarification_request: {
    vi: 'Công văn đề nghị giải trình, làm rõ',
    en: 'Request for an explanation',
  },
  return_notice: { vi: 'Thông báo trả lại hồ sơ', en: 'Notice that the dossier is returned' },
  discontinuance: {
    vi: 'Thông báo dừng giải quyết hồ sơ',
    en: 'Notice that work on the dossier has ended',
  },
  intended_refusal: {
    vi: 'Thông báo mời có ý kiến trước khi trả lời',
    en: 'Invitation to comment before the answer is given',
  },
  decision: { vi: 'Văn bản ý kiến về công nghệ', en: 'Letter of opinion on the technology' },
  recall_notice: { vi: 'Thông báo thu hồi văn bản', en: 'Notice that a letter is recalled' },
  holding_reply: {
    vi: 'Công văn thông tin về tình hình giải quyết hồ sơ',
    en: 'Letter on the state of the dossier',
  },
  council_decision: { vi: 'Quyết định thành lập hội đồng', en: 'Order that establishes a council' },
  council_minutes: { vi: 'Biên bản họp hội đồng', en: 'Minutes of a council' },
  consultation_request: { vi: 'Công văn lấy ý kiến', en: 'Letter that asks for an opinion' },
  determination: {
    vi: 'Văn bản xác định về công nghệ của dự án',
    en: 'Determination on the technology of a project',
  },
};
