import { type Language } from '../http/language.js';

/** Remarks of the public preview and of the list search, by code; `{name}` is filled in. */
export const SCREENING_TEXTS = {
  evidence_not_accepted: {
    vi: 'Xem trước không coi giấy tờ nào là đã được cơ quan chấp nhận; kết quả dựa vào giấy tờ có thể khác sau khi cơ quan xem xét.',
    en: 'A preview counts no paper as accepted by the agency; results that rest on papers may differ once the agency has looked at them.',
  },
  confirmations_by_agency: {
    vi: 'Công nghệ được gợi ý từ danh mục chỉ có ý nghĩa sau khi cán bộ xác nhận; trong xem trước chúng luôn để ngỏ.',
    en: 'A list candidate means something only once a person of the agency has confirmed it; in a preview all stay open.',
  },
  not_a_decision: {
    vi: 'Đây là kết quả xem trước, không phải ý kiến thẩm định; không có gì được lưu.',
    en: 'This is a preview, not an opinion; nothing was stored.',
  },
  no_candidate_in_version: {
    vi: 'Không tìm thấy công nghệ gợi ý trong phiên bản {version} bằng phương pháp {method}; điều này không khẳng định công nghệ nằm ngoài danh mục.',
    en: 'No candidate found in version {version} by method {method}; this does not say that the technology is off the list.',
  },
} as const satisfies Record<string, Record<Language, string>>;
export type ScreeningTextCode = keyof typeof SCREENING_TEXTS;

/** The sentence of a remark. */
export const screeningText = (
  code: ScreeningTextCode,
  language: Language,
  params: Record<string, string> = {},
): string => SCREENING_TEXTS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
