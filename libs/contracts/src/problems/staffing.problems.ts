import { type ProblemTable } from './problem.js';

/** Refusals about the people who are left to act on a dossier, and about the authority that takes over. */
export const STAFFING_PROBLEMS = {
  nobody_left_to_endorse: {
    status: 409,
    vi: {
      title: 'Nếu bạn kết luận thì không còn ai được thông qua kết luận',
      action:
        'Phân công người khác kết luận (xem danh sách người còn được làm); nếu không còn ai, trả hồ sơ vì không đúng thẩm quyền và nêu cơ quan thay thế.',
    },
    en: {
      title: 'If you conclude, nobody is left to endorse',
      action:
        'Let another person conclude (see who may act); where there is none, return the dossier as not competent and name the substitute authority.',
    },
  },
  nobody_left_to_decide: {
    status: 409,
    vi: {
      title: 'Nếu bạn làm bước này thì không còn ai được quyết định',
      action:
        'Để người khác làm bước này (xem danh sách người còn được làm); nếu không còn ai, trả hồ sơ vì không đúng thẩm quyền và nêu cơ quan thay thế.',
    },
    en: {
      title: 'If you do this step, nobody is left to decide',
      action:
        'Let another person do it (see who may act); where there is none, return the dossier as not competent and name the substitute authority.',
    },
  },
  authority_can_act: {
    status: 409,
    vi: {
      title: 'Cơ quan vẫn còn đủ ba người khác nhau để giải quyết hồ sơ',
      action:
        'Xem danh sách người còn được làm và phân công lại; chỉ trả hồ sơ theo đường này khi không còn đủ người.',
    },
    en: {
      title: 'The authority still has three different people for this dossier',
      action: 'See who may act and assign anew; a dossier goes this way only when too few people are left.',
    },
  },
} as const satisfies ProblemTable;
