import { type LetterKind, type ProcedureId, type Status } from '#contracts';

/** The words of the table of the demonstration; statuses come from the procedure itself. */
export const COLUMNS_VI = [
  'Hồ sơ',
  'Phát hiện',
  'Luồng xử lý',
  'Nhận',
  'Hạn',
  'Xong',
  'Kết quả',
  'Văn bản',
  'Nhật ký',
] as const;
export const PROCEDURES_VI: Record<ProcedureId, string> = {
  opinion: 'có ý kiến',
  appraisal: 'thẩm định',
  reappraisal: 'thẩm định lại',
  determination: 'xác định',
};
export const CHANNELS_VI: Record<string, string> = { investor: 'chủ đầu tư', requester: 'cơ quan' };
export const TRIGGERS_VI: Record<string, string> = {
  restricted: 'công nghệ hạn chế',
  environment: 'môi trường',
  local_full_coverage: '100% dự án của tỉnh',
  term_extension: 'gia hạn',
  technology_change: 'thay đổi công nghệ',
};
export const LISTS_VI: Record<string, string> = {
  prohibited: 'cấm',
  restricted: 'hạn chế',
  encouraged: 'khuyến khích',
  strategic: 'chiến lược',
};
export const LETTERS_VI: Record<LetterKind, string> = {
  receipt: 'biên nhận',
  supplement_request: 'bổ sung',
  clarification_request: 'giải trình',
  return_notice: 'trả hồ sơ',
  discontinuance: 'dừng giải quyết',
  intended_refusal: 'dự kiến từ chối',
  decision: 'ý kiến',
  recall_notice: 'thông báo thu hồi',
  holding_reply: 'trả lời tạm',
  council_decision: 'thành lập hội đồng',
  council_minutes: 'biên bản hội đồng',
  consultation_request: 'lấy ý kiến',
  determination: 'xác định',
};
export const WORDS_VI = {
  nothing: 'không có vi phạm',
  overturned: 'đã bác bỏ',
  silence: 'đã ghi nhận im lặng',
  verified: 'toàn vẹn',
  broken: 'SAI',
  failed: 'KHÔNG NHƯ KỊCH BẢN',
};
/** The register in words; every number is of projects. */
export const REGISTER_VI = {
  coverage: (covered: number, all: number) =>
    `Sổ theo dõi dự án đầu tư: ${covered}/${all} dự án đã có ý kiến hoặc không thuộc đối tượng (${percent(covered, all)}).`,
  others: (inHand: number, missed: number, none: number) =>
    `Đang giải quyết: ${inHand}; bị bỏ sót: ${missed}; chưa có hồ sơ: ${none}.`,
  followed: (followed: number, notFollowed: number) =>
    `Ý kiến không đồng ý được cấp thẩm quyền làm theo: ${followed}; không làm theo: ${notFollowed}.`,
  missed: 'Dự án bị bỏ sót:',
};
const percent = (part: number, whole: number): string =>
  new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 }).format(
    whole === 0 ? 0 : part / whole,
  );
/** Statuses in which the work on a dossier is done. */
export const ENDINGS: readonly Status[] = [
  'approved',
  'approved_with_conditions',
  'refused',
  'withdrawn',
  'discontinued',
  'returned',
];
