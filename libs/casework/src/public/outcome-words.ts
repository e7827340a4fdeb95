import { type Bilingual, type DecidedOutcome } from '#contracts';

/** How the outcomes of the open statistics are called to the public. */
export const OUTCOME_WORDS: Record<DecidedOutcome, Bilingual> = {
  agreed: { vi: 'Đồng ý', en: 'Agreed' },
  agreed_with_conditions: { vi: 'Đồng ý kèm điều kiện', en: 'Agreed with conditions' },
  refused_outdated: {
    vi: 'Không đồng ý vì công nghệ lạc hậu',
    en: 'Not agreed: outdated technology',
  },
  refused_prohibited: {
    vi: 'Không đồng ý vì công nghệ cấm chuyển giao',
    en: 'Not agreed: technology that may not be transferred',
  },
  refused_other: { vi: 'Không đồng ý vì lý do khác', en: 'Not agreed for another reason' },
  determined_not_outdated: {
    vi: 'Xác định dự án không sử dụng công nghệ lạc hậu',
    en: 'Determined: the project does not use outdated technology',
  },
  determined_outdated: {
    vi: 'Xác định dự án sử dụng công nghệ lạc hậu',
    en: 'Determined: the project uses outdated technology',
  },
};
