import {
  type Bilingual,
  type PublicOutcome,
  type PublicReason,
  type PublicStatus,
  type PublicStep,
  type PublicTurn,
} from '#contracts';

/** The words of tracking for people outside: what is so and what to do, nothing of how the house works. */
interface PublicWords {
  statuses: Record<PublicStatus, { label: Bilingual; meaning: Bilingual }>;
  outcomes: Record<PublicOutcome, Bilingual>;
  turns: Record<PublicTurn, Bilingual>;
  reasons: Record<PublicReason, Bilingual>;
  steps: Record<PublicStep, Bilingual>;
}

const STATUSES: PublicWords['statuses'] = {
  handed_in: {
    label: { vi: 'Hồ sơ đã nộp', en: 'Handed in' },
    meaning: {
      vi: 'Cơ quan đang kiểm tra thành phần hồ sơ. Bạn chưa phải làm gì.',
      en: 'The authority checks whether the dossier is complete. Nothing is needed from you.',
    },
  },
  in_progress: {
    label: { vi: 'Cơ quan đang giải quyết', en: 'Being worked on' },
    meaning: {
      vi: 'Hồ sơ đang được giải quyết. Bạn không phải làm gì lúc này.',
      en: 'The dossier is being worked on. Nothing is needed from you now.',
    },
  },
  in_progress_again: {
    label: { vi: 'Cơ quan đang giải quyết lại', en: 'Being worked on again' },
    meaning: {
      vi: 'Hồ sơ được giải quyết lại theo quyết định về khiếu nại. Bạn không phải làm gì lúc này.',
      en: 'After a decision on a complaint the dossier is worked on again. Nothing is needed from you now.',
    },
  },
  supplement_awaited: {
    label: { vi: 'Chờ bạn bổ sung tài liệu', en: 'Waiting for your further papers' },
    meaning: {
      vi: 'Cơ quan đã gửi phiếu yêu cầu bổ sung. Nộp đủ tài liệu trước ngày ghi trên phiếu.',
      en: 'The authority has asked for further papers. Hand them in by the day that its letter names.',
    },
  },
  explanation_awaited: {
    label: { vi: 'Chờ bạn làm rõ', en: 'Waiting for your explanation' },
    meaning: {
      vi: 'Cơ quan đã đề nghị bạn làm rõ một số nội dung. Trả lời trước ngày ghi trên công văn.',
      en: 'The authority has asked you to explain something. Answer by the day that its letter names.',
    },
  },
  comment_awaited: {
    label: { vi: 'Mời bạn có ý kiến', en: 'You are invited to comment' },
    meaning: {
      vi: 'Trước khi trả lời, cơ quan mời bạn có ý kiến về nội dung trong thông báo đã gửi.',
      en: 'Before it answers, the authority invites you to comment on the notice that it has sent.',
    },
  },
  answered: {
    label: { vi: 'Đã trả lời bằng văn bản', en: 'Answered by letter' },
    meaning: {
      vi: 'Cơ quan đã ban hành văn bản trả lời. Nhận văn bản theo giấy tiếp nhận.',
      en: 'The authority has issued its answer. Fetch the letter as the receipt says.',
    },
  },
  returned: {
    label: { vi: 'Hồ sơ đã được trả lại', en: 'Given back' },
    meaning: {
      vi: 'Cơ quan đã trả lại hồ sơ; lý do ghi trong thông báo.',
      en: 'The authority has given the dossier back; its notice says why.',
    },
  },
  withdrawn: {
    label: { vi: 'Chủ hồ sơ đã rút', en: 'Withdrawn by its owner' },
    meaning: {
      vi: 'Hồ sơ đã được rút theo đề nghị của chủ hồ sơ và không giải quyết tiếp.',
      en: 'The dossier was withdrawn by its owner and is not worked on any more.',
    },
  },
  ended: {
    label: { vi: 'Đã dừng vì không nhận được bổ sung', en: 'Ended without the further papers' },
    meaning: {
      vi: 'Tài liệu bổ sung không đến trong thời hạn nên hồ sơ không được giải quyết tiếp; lý do ghi trong thông báo.',
      en: 'The further papers did not come in time, so work has ended; the notice says why.',
    },
  },
};

const REASONS: PublicWords['reasons'] = {
  supplement_awaited: { vi: 'Chờ bạn bổ sung tài liệu.', en: 'Your further papers are awaited.' },
  explanation_awaited: { vi: 'Chờ bạn làm rõ nội dung đã hỏi.', en: 'Your explanation is awaited.' },
  comment_awaited: {
    vi: 'Chờ ý kiến của bạn về thông báo đã gửi.',
    en: 'Your comment on the notice is awaited.',
  },
  agency_awaited: { vi: 'Chờ ý kiến của cơ quan khác.', en: 'The opinion of another agency is awaited.' },
  term_stands_still: {
    vi: 'Thời hạn đang tạm dừng; ngày trả lời sẽ được tính khi bạn nộp đủ.',
    en: 'The term stands still; the day of the answer is counted once you have answered.',
  },
  term_stood_still: {
    vi: 'Thời hạn đã tạm dừng trong thời gian chờ bạn trả lời.',
    en: 'The term stood still while your answer was awaited.',
  },
  term_extended: { vi: 'Thời hạn đã được gia hạn.', en: 'The term was extended.' },
  examined_again: {
    vi: 'Hồ sơ được giải quyết lại theo quyết định về khiếu nại.',
    en: 'After a decision on a complaint the dossier is worked on again.',
  },
  day_passed: {
    vi: 'Ngày hẹn đã qua. Bạn không phải làm gì thêm; cơ quan vẫn có trách nhiệm trả lời.',
    en: 'The day has passed. Nothing more is needed from you; the authority still owes the answer.',
  },
};

const STEPS: PublicWords['steps'] = {
  handed_in: { vi: 'Hồ sơ được nộp', en: 'The dossier was handed in' },
  taken_in: {
    vi: 'Hồ sơ đủ thành phần, được cấp mã hồ sơ',
    en: 'The dossier was complete and got its code',
  },
  supplement_asked: { vi: 'Cơ quan yêu cầu bổ sung tài liệu', en: 'Further papers were asked for' },
  supplement_received: { vi: 'Nhận được tài liệu bổ sung', en: 'The further papers arrived' },
  explanation_asked: { vi: 'Cơ quan đề nghị làm rõ', en: 'An explanation was asked for' },
  explanation_received: { vi: 'Nhận được nội dung làm rõ', en: 'The explanation arrived' },
  comment_invited: { vi: 'Cơ quan mời chủ hồ sơ có ý kiến', en: 'The owner was invited to comment' },
  comment_received: { vi: 'Nhận được ý kiến của chủ hồ sơ', en: 'The comment of the owner arrived' },
  term_extended: { vi: 'Thời hạn được gia hạn', en: 'The term was extended' },
  answered: { vi: 'Cơ quan có kết quả trả lời', en: 'The answer was given' },
  returned: { vi: 'Hồ sơ được trả lại', en: 'The dossier was given back' },
  withdrawn: { vi: 'Chủ hồ sơ rút hồ sơ', en: 'The owner withdrew the dossier' },
  ended: { vi: 'Dừng vì không nhận được bổ sung', en: 'Work ended without the further papers' },
  examined_again: {
    vi: 'Giải quyết lại theo quyết định về khiếu nại',
    en: 'Work began again after a complaint',
  },
  letter_issued: { vi: 'Ban hành văn bản', en: 'A letter was issued' },
};

export const PUBLIC_WORDS: PublicWords = {
  statuses: STATUSES,
  outcomes: {
    agreed: { vi: 'Đồng ý', en: 'Agreed' },
    agreed_with_conditions: { vi: 'Đồng ý kèm điều kiện', en: 'Agreed with conditions' },
    not_agreed: { vi: 'Không đồng ý', en: 'Not agreed' },
    not_outdated: {
      vi: 'Dự án không sử dụng công nghệ lạc hậu',
      en: 'The project does not use outdated technology',
    },
    outdated: { vi: 'Dự án sử dụng công nghệ lạc hậu', en: 'The project uses outdated technology' },
  },
  turns: {
    you: { vi: 'Đang chờ bạn', en: 'Waiting for you' },
    department: { vi: 'Đang ở cơ quan giải quyết', en: 'With the department' },
    other_agency: { vi: 'Đang chờ cơ quan khác', en: 'With another agency' },
    nobody: { vi: 'Không còn việc phải làm', en: 'Nothing left to do' },
  },
  reasons: REASONS,
  steps: STEPS,
};
