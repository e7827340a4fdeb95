import { type LetterAct, type ReturnReason, type Verification } from '#contracts';

/** Words that stand on every letter. */
export const FRAME_VI = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (printed: string) => `Số: ${printed}`,
  openNumber: (symbol: string) => `Số:        /${symbol}`,
  placeAndDate: (place: string, day: string, month: string, year: string) =>
    `${place}, ngày ${day} tháng ${month} năm ${year}`,
  openPlaceAndDate: (place: string) => `${place}, ngày      tháng      năm         `,
  about: (subject: string) => `V/v ${subject}`,
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  asAbove: 'Như trên;',
  filed: (unit: string) => `Lưu: VT, ${unit}.`,
  demonstration: 'BẢN THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ',
  draft: 'DỰ THẢO',
  end: './.',
  tableNumber: 'TT',
  unknown: 'chưa có thông tin',
} as const;

/** How sure a cited basis is; a text that was read needs no mark. */
export const VERIFICATION_VI: Record<Verification, string | null> = {
  text_read: null,
  secondary: 'theo nguồn thứ cấp, chưa đối chiếu văn bản gốc',
  inference: 'suy luận, chưa được xác nhận',
  memory: 'chưa kiểm chứng',
};

export const RETURN_REASONS_VI: Record<ReturnReason, string> = {
  incomplete: 'Hồ sơ chưa đầy đủ thành phần theo quy định',
  not_subject: 'Dự án không thuộc diện phải lấy ý kiến về công nghệ',
  not_competent: 'Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan tiếp nhận',
  insufficient_grounds: 'Hồ sơ chưa đủ căn cứ để xem xét',
  duplicate: 'Hồ sơ trùng với hồ sơ đã được tiếp nhận',
};

/** The same reason where the dossier asked for an appraisal. */
export const NOT_SUBJECT_VI: Record<LetterAct, string> = {
  opinion: RETURN_REASONS_VI.not_subject,
  appraisal: 'Dự án không thuộc diện phải thẩm định công nghệ',
};

/** Signs of signing for another, before the position of that other. */
export const CAPACITIES_VI = { own: '', KT: 'KT.', TL: 'TL.', TM: 'TM.', TUQ: 'TUQ.' } as const;
