import { type ProblemTable } from './problem.js';

/** Refusals of commands on a dossier: why the procedure does not let one pass. */
export const WORKFLOW_PROBLEMS = {
  command_not_permitted_now: {
    status: 409,
    vi: {
      title: 'Hồ sơ đang ở trạng thái không cho phép thao tác này',
      action: 'Chọn một trong các thao tác được phép nêu kèm theo.',
    },
    en: {
      title: 'The dossier is in a status that does not allow this',
      action: 'Choose one of the permitted commands that are listed.',
    },
  },
  command_not_for_you: {
    status: 403,
    vi: {
      title: 'Bạn không phải người thực hiện thao tác này',
      action: 'Nhờ người có vai trò được nêu thực hiện.',
    },
    en: {
      title: 'This step is not yours',
      action: 'Ask a person who holds one of the roles that are listed.',
    },
  },
  conflict_of_interest: {
    status: 403,
    vi: {
      title: 'Có xung đột lợi ích với hồ sơ này',
      action:
        'Giao cho người không có xung đột; nếu người đã kết luận hoặc đã thông qua có xung đột, trả lại để người khác làm lại; nếu không còn ai, trả hồ sơ vì không đúng thẩm quyền và nêu cơ quan thay thế.',
    },
    en: {
      title: 'There is a conflict of interest with this dossier',
      action:
        'Give it to a person without one; where the concluder or the endorser has it, send it back so that others do the step anew; if nobody is left, return it as not competent and name the substitute authority.',
    },
  },
  formal_faults: {
    status: 422,
    vi: { title: 'Hồ sơ còn lỗi hình thức', action: 'Sửa các lỗi được nêu rồi nộp lại.' },
    en: {
      title: 'The dossier has formal faults',
      action: 'Correct the faults that are listed, then submit again.',
    },
  },
  checklist_incomplete: {
    status: 422,
    vi: {
      title: 'Hồ sơ còn thiếu thành phần bắt buộc',
      action: 'Yêu cầu bổ sung các thành phần được nêu, hoặc trả hồ sơ.',
    },
    en: {
      title: 'Required items are missing',
      action: 'Request the items that are listed, or return the dossier.',
    },
  },
  supplement_already_used: {
    status: 409,
    vi: {
      title: 'Đã dùng hết lần yêu cầu bổ sung, giải trình',
      action: 'Xử lý theo hồ sơ hiện có; yêu cầu bổ sung và yêu cầu giải trình tính chung một lần.',
    },
    en: {
      title: 'The supplement or clarification request has been used',
      action: 'Go on with the dossier as it is; supplement and clarification are one right.',
    },
  },
  reply_date_not_in_future: {
    status: 422,
    vi: { title: 'Hạn trả lời phải sau ngày hôm nay', action: 'Chọn một ngày trả lời muộn hơn hôm nay.' },
    en: { title: 'The reply date must lie after today', action: 'Choose a later day for the reply.' },
  },
  head_consent_missing: {
    status: 422,
    vi: {
      title: 'Chưa có đồng ý hợp lệ của trưởng phòng',
      action: 'Nêu một trưởng phòng đã đồng ý, không phải chính bạn và không có xung đột lợi ích.',
    },
    en: {
      title: 'A valid consent of the head is missing',
      action: 'Name a head who consented, who is not yourself and has no conflict of interest.',
    },
  },
  technical_check_missing: {
    status: 422,
    vi: {
      title: 'Chưa có kiểm tra chuyên môn trước khi yêu cầu bổ sung',
      action: 'Nêu chuyên viên đã kiểm tra, ngày và câu hỏi, hoặc lý do bỏ qua.',
    },
    en: {
      title: 'The technical check before the request is missing',
      action: 'Name the appraiser, the day and the questions, or say why it was skipped.',
    },
  },
  notice_already_issued: {
    status: 409,
    vi: { title: 'Thông báo dừng giải quyết đã phát hành', action: 'Hướng dẫn nộp hồ sơ mới.' },
    en: {
      title: 'The notice of discontinuance has been issued',
      action: 'Advise the owner to submit a new dossier.',
    },
  },
  timely_proof_missing: {
    status: 422,
    vi: {
      title: 'Chưa chứng minh được đã trả lời đúng hạn',
      action: 'Đính kèm tài liệu thể hiện ngày trả lời không muộn hơn hạn bổ sung.',
    },
    en: {
      title: 'A timely answer is not proven',
      action: 'Attach a document that shows an answer no later than the day the supplement was due.',
    },
  },
  return_reason_not_allowed: {
    status: 422,
    vi: {
      title: 'Lý do trả hồ sơ không được dùng ở bước này',
      action:
        'Sau khi tiếp nhận chỉ trả hồ sơ vì không thuộc diện, không đúng thẩm quyền hoặc không đủ căn cứ.',
    },
    en: {
      title: 'This reason for a return is not allowed at this step',
      action:
        'After acceptance a dossier is returned only as not subject, not competent or for insufficient grounds.',
    },
  },
  competent_authority_missing: {
    status: 422,
    vi: {
      title: 'Chưa nêu cơ quan có thẩm quyền',
      action: 'Ghi tên cơ quan có thẩm quyền giải quyết hồ sơ.',
    },
    en: {
      title: 'The competent authority is not named',
      action: 'Name the authority that is competent for the dossier.',
    },
  },
  reason_missing: {
    status: 422,
    vi: { title: 'Chưa nêu lý do', action: 'Ghi lý do của thao tác này.' },
    en: { title: 'The reason is missing', action: 'Say why.' },
  },
  no_confirmed_blocking_finding: {
    status: 409,
    vi: {
      title: 'Không có phát hiện chặn nào đã được xác nhận',
      action: 'Sàng lọc lại hoặc xác nhận kết quả đối chiếu danh mục trước.',
    },
    en: {
      title: 'No blocking finding has been confirmed',
      action: 'Screen again, or decide the list candidates first.',
    },
  },
  finding_does_not_stand: {
    status: 422,
    vi: {
      title: 'Phát hiện được viện dẫn không thể làm căn cứ',
      action:
        'Chỉ viện dẫn các phát hiện được nêu: còn hiệu lực và là phát hiện chặn, hoặc theo quy định đã kiểm chứng và không áp dụng tương tự.',
    },
    en: {
      title: 'A cited finding cannot be a ground',
      action:
        'Cite only the findings that are listed: they stand, and block or are by verified law and no analogy.',
    },
  },
  no_time_for_reply: {
    status: 422,
    vi: {
      title: 'Không đủ thời gian cho việc trả lời',
      action:
        'Đặt hạn trả lời sau hôm nay và trước hạn luật định ít nhất hai ngày làm việc, hoặc bỏ qua thông báo dự kiến từ chối.',
    },
    en: {
      title: 'There is no time for a reply',
      action:
        'Set a reply day after today that leaves two working days before the statutory date, or go without the notice.',
    },
  },
  opinion_missing: {
    status: 409,
    vi: {
      title: 'Chưa có ý kiến nào được ghi nhận trong vòng này',
      action: 'Ghi nhận ít nhất một ý kiến trước khi kết luận.',
    },
    en: {
      title: 'No opinion of this round is recorded',
      action: 'Record at least one opinion before the conclusion.',
    },
  },
  screening_missing: {
    status: 409,
    vi: { title: 'Hồ sơ chưa được sàng lọc', action: 'Chạy sàng lọc trước.' },
    en: { title: 'The dossier has not been screened', action: 'Run the screening first.' },
  },
  screening_stale: {
    status: 409,
    vi: {
      title: 'Kết quả sàng lọc không còn khớp dữ liệu hiện tại',
      action: 'Chạy lại sàng lọc; nếu đã trình thì trả lại để sàng lọc.',
    },
    en: {
      title: 'The screening is not of the current facts',
      action: 'Screen again; after the conclusion send the dossier back first.',
    },
  },
  candidates_undecided: {
    status: 409,
    vi: {
      title: 'Còn công nghệ đối chiếu danh mục chưa được quyết định',
      action: 'Xác nhận hoặc bác bỏ từng kết quả đối chiếu được nêu.',
    },
    en: {
      title: 'List candidates are undecided',
      action: 'Confirm or reject each candidate that is listed.',
    },
  },
  inconclusive_unanswered: {
    status: 422,
    vi: {
      title: 'Còn phát hiện chưa kết luận được mà chưa được trả lời',
      action:
        'Với mỗi phát hiện được nêu: chấp nhận rủi ro, đặt điều kiện hoặc kiểm tra thủ công, kèm lý do; chỉ trả lời "kiểm tra thủ công" khi kết quả tra cứu phụ lục đã được ghi vào hồ sơ.',
    },
    en: {
      title: 'Inconclusive findings are unanswered',
      action:
        'For each one that is listed accept the risk, set a condition or check by hand, with the reason; a check by hand counts only where the look into the annex is recorded.',
    },
  },
  consultations_open: {
    status: 409,
    vi: {
      title: 'Còn lượt lấy ý kiến chưa kết thúc',
      action: 'Chờ trả lời hoặc ghi nhận kết thúc lượt lấy ý kiến.',
    },
    en: { title: 'A consultation is still open', action: 'Wait for the answer or record that it is closed.' },
  },
  council_open: {
    status: 409,
    vi: { title: 'Hội đồng chưa kết thúc', action: 'Họp hợp lệ và lập biên bản, hoặc giải thể hội đồng.' },
    en: {
      title: 'The council has not ended',
      action: 'Hold a valid session with minutes, or dissolve the council.',
    },
  },
  outcome_unsupported: {
    status: 422,
    vi: {
      title: 'Kết luận không có phát hiện làm căn cứ',
      action:
        'Kết luận "công nghệ cấm" cần phát hiện công nghệ cấm đã được hai người xác nhận; "công nghệ lạc hậu" cần phát hiện về thiết bị đã qua sử dụng hoặc lạc hậu còn hiệu lực; nếu không, chọn kết luận khác.',
    },
    en: {
      title: 'No finding supports this outcome',
      action:
        'A "prohibited technology" outcome needs a prohibited match confirmed by two people, an "outdated" one a standing finding about used or outdated equipment; otherwise choose another.',
    },
  },
  blocking_finding_stands: {
    status: 409,
    vi: {
      title: 'Còn phát hiện chặn chưa được khắc phục',
      action:
        'Không thể đồng ý: đặt điều kiện khắc phục nếu quy tắc cho phép, bác bỏ phát hiện theo thủ tục hai người, hoặc từ chối.',
    },
    en: {
      title: 'A blocking finding stands',
      action:
        'Agreement is not possible: set a condition where the rule allows it, overturn it by two people, or refuse.',
    },
  },
  four_eyes: {
    status: 409,
    vi: {
      title: 'Người kết luận, người thông qua và người quyết định phải là ba người khác nhau',
      action: 'Nhờ một người chưa tham gia bước trước của vòng này thực hiện.',
    },
    en: {
      title: 'Concluder, endorser and decider must be three people',
      action: 'Ask a person who took no part in the earlier steps of this round.',
    },
  },
  decision_against_conclusion: {
    status: 409,
    vi: {
      title: 'Quyết định không theo kết luận đã trình',
      action:
        'Quyết định đúng hướng đã kết luận và giữ đủ các điều kiện được nêu; nếu không đồng ý với kết luận, trả lại để kết luận lại.',
    },
    en: {
      title: 'The decision does not follow the conclusion',
      action:
        'Decide as it was concluded and keep the conditions that are listed; who disagrees sends the dossier back to be concluded anew.',
    },
  },
  criterion_not_failed: {
    status: 422,
    vi: {
      title: 'Tiêu chí được viện dẫn chưa bị đánh giá là không đạt',
      action:
        'Chỉ viện dẫn tiêu chí mà một ý kiến đã ghi nhận trong vòng này đánh giá là không đạt, hoặc ghi nhận ý kiến đó trước.',
    },
    en: {
      title: 'A cited criterion was not found unmet',
      action:
        'Cite only criteria that a recorded opinion of this round marks as not achieved, or record that opinion first.',
    },
  },
  refusal_grounds_missing: {
    status: 422,
    vi: {
      title: 'Chưa nêu căn cứ từ chối',
      action: 'Nêu lý do và ít nhất một phát hiện, một tiêu chí không đạt hoặc kết luận của hội đồng.',
    },
    en: {
      title: 'The grounds of the refusal are missing',
      action: 'Give the reasons and at least one finding, failed criterion or conclusion of the council.',
    },
  },
  conditions_missing: {
    status: 422,
    vi: {
      title: 'Chưa có điều kiện nào',
      action:
        'Nêu ít nhất một điều kiện, hoặc chọn đồng ý không kèm điều kiện; phát hiện được trả lời bằng điều kiện phải được một điều kiện nêu tên, và kết luận là đồng ý có điều kiện.',
    },
    en: {
      title: 'There is no condition',
      action:
        'State at least one condition, or agree without conditions; a finding answered by a condition must be named by one, under an agreement with conditions.',
    },
  },
  conditions_incomplete: {
    status: 422,
    vi: {
      title: 'Điều kiện chưa đầy đủ',
      action: 'Mỗi điều kiện cần nội dung, hạn sau ngày hôm nay, cách chứng minh và người chịu trách nhiệm.',
    },
    en: {
      title: 'A condition is incomplete',
      action: 'Each condition needs what, a deadline after today, the proof and who is responsible.',
    },
  },
  answer_too_late: {
    status: 409,
    vi: {
      title: 'Đã hết hạn trả lời',
      action:
        'Hạn trả lời đã qua. Nếu đã trả lời trong hạn, hãy gửi giấy tờ chứng minh cho bộ phận một cửa sau khi hồ sơ dừng giải quyết; hồ sơ chờ giải trình hoặc dự kiến từ chối thì được xem xét tiếp.',
    },
    en: {
      title: 'The last day for the answer is over',
      action:
        'If you answered in time, hand the proof to the clerk once the dossier is discontinued; a dossier that waited for a clarification or a reply to an intended refusal goes on without the answer.',
    },
  },
  after_deadline_reason_required: {
    status: 422,
    vi: {
      title: 'Quyết định sau hạn luật định cần nêu lý do',
      action: 'Ghi lý do quyết định sau hạn; lý do sẽ thể hiện trong văn bản.',
    },
    en: {
      title: 'A decision after the statutory date needs a reason',
      action: 'Give the reason; it will stand in the letter.',
    },
  },
  extension_unavailable: {
    status: 409,
    vi: {
      title: 'Không thể gia hạn như vậy',
      action: 'Chỉ gia hạn một lần, với thời hạn mà gói luật cho phép và không quá số ngày được nêu.',
    },
    en: {
      title: 'This extension is not available',
      action:
        'Extend once only, a clock for which the pack allows it, by no more than the days that are named.',
    },
  },
  deadline_not_past: {
    status: 409,
    vi: {
      title: 'Thời hạn này chưa hết',
      action: 'Không cần làm gì; hệ thống sẽ ghi nhận khi thời hạn thực sự hết.',
    },
    en: {
      title: 'This deadline has not passed',
      action: 'Nothing to do; the system records it when the day is over.',
    },
  },
  complaint_decision_missing: {
    status: 422,
    vi: {
      title: 'Chưa có quyết định giải quyết khiếu nại',
      action: 'Nêu quyết định giải quyết khiếu nại và ngày ban hành.',
    },
    en: {
      title: 'The decision on the complaint is missing',
      action: 'Name the decision on the complaint and its day.',
    },
  },
  annex_check_missing: {
    status: 409,
    vi: {
      title: 'Chưa tra cứu phụ lục đang có hiệu lực',
      action:
        'Phụ lục này chưa được nạp: tra cứu bản chính thức cho từng dây chuyền được nêu và ghi kết quả vào hồ sơ.',
    },
    en: {
      title: 'An annex in force has not been checked by hand',
      action: 'It is not loaded here: look it up for each of the named lines and record the result.',
    },
  },
} as const satisfies ProblemTable;
