import { type ProblemTable } from './problem.js';

/** Refusals of the form of consultation and of councils. */
export const COUNCIL_PROBLEMS = {
  consultation_experts_missing: {
    status: 409,
    vi: {
      title: 'Chưa có ý kiến chuyên gia như hình thức lấy ý kiến đã chọn',
      action: 'Mời chuyên gia và chờ ý kiến được ghi nhận, hoặc trưởng phòng chọn hình thức khác kèm lý do.',
    },
    en: {
      title: 'No expert was heard, as the chosen form of consultation asks',
      action:
        'Invite experts and wait for a recorded opinion, or have the head choose another form with the reason.',
    },
  },
  consultation_body_missing: {
    status: 409,
    vi: {
      title: 'Chưa có trả lời của tổ chức tư vấn độc lập như hình thức đã chọn',
      action:
        'Gửi văn bản lấy ý kiến tổ chức độc lập và ghi nhận trả lời, hoặc trưởng phòng chọn hình thức khác kèm lý do.',
    },
    en: {
      title: 'No independent body has answered, as the chosen form of consultation asks',
      action:
        'Consult an independent body and record its answer, or have the head choose another form with the reason.',
    },
  },
  consultation_council_missing: {
    status: 409,
    vi: {
      title: 'Hội đồng tư vấn chưa kết thúc bằng phiên họp hợp lệ có biên bản',
      action:
        'Thành lập hội đồng, họp hợp lệ và phát hành biên bản; hoặc giải thể hội đồng rồi trưởng phòng chọn hình thức khác kèm lý do.',
    },
    en: {
      title: 'No council has ended in a valid session with minutes, as the chosen form asks',
      action:
        'Establish the council, hold a valid session and issue its minutes; or dissolve it and have the head choose another form with the reason.',
    },
  },
  council_concluded_otherwise: {
    status: 409,
    vi: {
      title: 'Hội đồng đã kết luận khác',
      action:
        'Nêu căn cứ khác (phát hiện, tiêu chí không đạt); kết luận của hội đồng không ủng hộ việc không đồng ý.',
    },
    en: {
      title: 'The council concluded otherwise',
      action:
        'Rest on other grounds (findings, failed criteria); the conclusion of the council does not support a refusal.',
    },
  },
  council_not_chosen: {
    status: 409,
    vi: {
      title: 'Hình thức lấy ý kiến của hồ sơ không phải là hội đồng',
      action: 'Trưởng phòng chọn hình thức "hội đồng" kèm lý do trước khi thành lập.',
    },
    en: {
      title: 'A council is not the chosen form of consultation',
      action: 'Have the head choose the form "council" with the reason before establishing one.',
    },
  },
  council_still_open: {
    status: 409,
    vi: {
      title: 'Hội đồng của hồ sơ đang hoạt động',
      action: 'Để hội đồng kết thúc bằng phiên họp hợp lệ, hoặc giải thể hội đồng kèm lý do trước.',
    },
    en: {
      title: 'A council of this dossier is still open',
      action: 'Let it end in a valid session, or dissolve it with the reason first.',
    },
  },
  council_missing: {
    status: 409,
    vi: { title: 'Hồ sơ không có hội đồng đang hoạt động ở vòng này', action: 'Thành lập hội đồng trước.' },
    en: { title: 'There is no open council in this round', action: 'Establish a council first.' },
  },
  council_over: {
    status: 409,
    vi: { title: 'Hội đồng đã kết thúc', action: 'Không cần làm gì; vòng này đã có kết luận của hội đồng.' },
    en: {
      title: 'The council has ended',
      action: 'There is nothing to do; the round has the conclusion of its council.',
    },
  },
  council_rules_not_loaded: {
    status: 409,
    vi: {
      title: 'Bộ quy định của hồ sơ không có quy tắc về hội đồng',
      action: 'Chọn hình thức lấy ý kiến khác, hoặc đề nghị quản trị dữ liệu quy tắc bổ sung.',
    },
    en: {
      title: 'The law of this dossier has no rules for a council',
      action: 'Choose another form of consultation, or ask a law officer to load the rules.',
    },
  },
  council_seats_wrong: {
    status: 422,
    vi: {
      title: 'Cơ cấu hội đồng không đúng',
      action: 'Cử một Chủ tịch, một thư ký, nhiều nhất một Phó Chủ tịch; mỗi người chỉ giữ một ghế.',
    },
    en: {
      title: 'The seats of the council are wrong',
      action: 'Name one chair, one secretary and at most one vice chair; nobody holds two seats.',
    },
  },
  council_too_small: {
    status: 409,
    vi: {
      title: 'Hội đồng không đủ số thành viên tối thiểu',
      action: 'Bổ sung thành viên; người rút lui vì xung đột lợi ích hoặc đã từ chối không được tính.',
    },
    en: {
      title: 'The council has too few members',
      action: 'Add members; those who are recused or declined do not count.',
    },
  },
  council_seat_unsuitable: {
    status: 422,
    vi: {
      title: 'Người này không giữ được ghế đó trong hội đồng',
      action:
        'Thư ký là thư ký hội đồng hoặc chuyên viên; các ghế khác là chuyên gia, chuyên viên hoặc lãnh đạo.',
    },
    en: {
      title: 'This person cannot hold that seat',
      action:
        'The secretary is a council secretary or an appraiser; other seats go to experts, appraisers, heads and leaders.',
    },
  },
  council_member_unknown: {
    status: 422,
    vi: {
      title: 'Không có thành viên này trong hội đồng',
      action: 'Chọn một thành viên đang có trong danh sách của hội đồng.',
    },
    en: { title: 'The council has no such member', action: 'Choose a member from the list of the council.' },
  },
  council_member_not_ready: {
    status: 409,
    vi: {
      title: 'Thành viên chưa khai báo không xung đột lợi ích hoặc không còn được tính',
      action: 'Chờ thành viên trả lời lời mời; người đã rút lui, từ chối không dự họp và không biểu quyết.',
    },
    en: {
      title: 'The member has not declared, or does not count any more',
      action:
        'Wait until the member answers the invitation; who is recused or declined neither attends nor votes.',
    },
  },
  council_decision_not_issued: {
    status: 409,
    vi: {
      title: 'Quyết định thành lập hoặc kiện toàn hội đồng chưa được ban hành',
      action: 'Trình lãnh đạo ký quyết định và đề nghị văn thư cấp số trước khi họp.',
    },
    en: {
      title: 'The decision that establishes or changes the council is not issued',
      action: 'Have a leader sign it and a clerk number it before the council sits.',
    },
  },
  session_already_open: {
    status: 409,
    vi: {
      title: 'Hội đồng đang có một phiên chưa kết thúc',
      action: 'Kết thúc phiên đó trước khi mở phiên mới.',
    },
    en: { title: 'A session of the council is open', action: 'Close it before opening another.' },
  },
  session_over: {
    status: 409,
    vi: { title: 'Phiên họp đã kết thúc', action: 'Mở phiên khác nếu hội đồng còn việc phải biểu quyết.' },
    en: { title: 'The session is over', action: 'Open another one if the council has more to vote on.' },
  },
  session_still_open: {
    status: 409,
    vi: { title: 'Phiên họp chưa kết thúc', action: 'Kết thúc phiên họp rồi mới lập biên bản.' },
    en: { title: 'The session is not over', action: 'Close the session before its minutes are drafted.' },
  },
  session_mode_not_allowed: {
    status: 422,
    vi: {
      title: 'Cách họp này không áp dụng được',
      action:
        'Chọn cách họp mà quy tắc của hội đồng cho phép; phiếu lấy ý kiến bằng văn bản cần ngày kết thúc và không ghi danh sách dự họp.',
    },
    en: {
      title: 'This way of holding the session is not possible',
      action:
        'Choose a mode that the rules of the council allow; a written ballot needs its last day and has no list of attendance.',
    },
  },
  session_not_quorate: {
    status: 409,
    vi: {
      title: 'Phiên họp chưa đủ số thành viên dự họp',
      action:
        'Ghi danh sách dự họp và người được ủy quyền; nếu không đủ, kết thúc phiên (không hợp lệ) rồi mở phiên khác.',
    },
    en: {
      title: 'The session has no quorum',
      action:
        'Record who attends and who is represented; if it does not suffice, close the session as not valid and open another.',
    },
  },
  proxy_paper_missing: {
    status: 422,
    vi: {
      title: 'Ủy quyền dự họp cần tên người được ủy quyền và giấy ủy quyền',
      action: 'Ghi tên và chọn tài liệu giấy ủy quyền đã tải lên hồ sơ.',
    },
    en: {
      title: 'A proxy needs a name and the paper',
      action: 'Name the proxy and the uploaded paper of the dossier.',
    },
  },
  motion_incomplete: {
    status: 422,
    vi: {
      title: 'Nội dung biểu quyết chưa đủ',
      action:
        'Kết luận cần kết quả đề xuất, có điều kiện thì ghi điều kiện; nội dung thủ tục thì không có kết quả.',
    },
    en: {
      title: 'The motion is incomplete',
      action:
        'A conclusion names its outcome, and the conditions where there are any; a procedural motion has none.',
    },
  },
  motion_pending: {
    status: 409,
    vi: {
      title: 'Còn nội dung đang biểu quyết',
      action: 'Kết thúc biểu quyết các nội dung đang mở rồi thao tác lại.',
    },
    en: { title: 'A vote is still running', action: 'Close the open motions first.' },
  },
  conclusion_carried_already: {
    status: 409,
    vi: { title: 'Phiên này đã thông qua kết luận', action: 'Kết thúc phiên và lập biên bản.' },
    en: {
      title: 'This session has carried a conclusion',
      action: 'Close the session and draft the minutes.',
    },
  },
  vote_over: {
    status: 409,
    vi: {
      title: 'Việc biểu quyết nội dung này đã kết thúc',
      action: 'Nếu không đồng ý với kết quả, ghi ý kiến bảo lưu.',
    },
    en: {
      title: 'The vote on this motion is over',
      action: 'If you disagree with the result, record a dissent.',
    },
  },
  vote_not_over: {
    status: 409,
    vi: {
      title: 'Việc biểu quyết chưa kết thúc',
      action:
        'Chờ kết thúc biểu quyết; phiếu lấy ý kiến bằng văn bản chờ đến hết ngày kết thúc hoặc khi đủ phiếu.',
    },
    en: {
      title: 'The vote is not over',
      action: 'Wait until it is closed; a written ballot runs to its last day or until every ballot is back.',
    },
  },
  vote_cast_already: {
    status: 409,
    vi: {
      title: 'Thành viên này đã biểu quyết',
      action: 'Phiếu đã ghi không sửa được; ghi ý kiến bảo lưu nếu cần.',
    },
    en: {
      title: 'This member has voted already',
      action: 'A vote is never changed; record a dissent if there is need.',
    },
  },
  attendance_contradicts_vote: {
    status: 409,
    vi: {
      title: 'Thành viên đã biểu quyết ở phiên này nên không ghi như vậy được',
      action:
        'Ghi thành viên này có mặt, rồi lưu lại. Chỉ người có phiếu giấy mới ghi được là có người được ủy quyền.',
    },
    en: {
      title: 'The member has voted in this session and cannot be recorded so',
      action: 'Record this member as present, then save again. Only a paper ballot goes with a proxy.',
    },
  },
  vote_not_yours: {
    status: 403,
    vi: {
      title: 'Không được biểu quyết thay người khác',
      action: 'Mỗi thành viên tự biểu quyết; thư ký chỉ nhập phiếu giấy đã ký của thành viên.',
    },
    en: {
      title: 'Nobody votes for another',
      action: 'Each member votes; only the secretary enters a signed paper ballot.',
    },
  },
  ballot_paper_missing: {
    status: 422,
    vi: {
      title: 'Nhập phiếu giấy cần bản chụp phiếu đã ký',
      action: 'Tải phiếu đã ký lên hồ sơ rồi chọn tài liệu đó.',
    },
    en: {
      title: 'A paper ballot needs the signed paper',
      action: 'Upload the signed ballot and name that document.',
    },
  },
  member_absent: {
    status: 409,
    vi: {
      title: 'Thành viên không có mặt tại phiên họp',
      action: 'Ghi thành viên có mặt, hoặc có người được ủy quyền, trước khi nhận phiếu.',
    },
    en: {
      title: 'The member does not attend the session',
      action: 'Record the member as present or represented before taking the vote.',
    },
  },
  own_opinion_first: {
    status: 409,
    vi: {
      title: 'Phải ghi nhận ý kiến của mình trước khi biểu quyết kết luận',
      action: 'Ghi nhận ý kiến thẩm định của mình trong vòng này rồi biểu quyết.',
    },
    en: {
      title: 'The own opinion comes before the vote on the conclusion',
      action: 'Record your opinion of this round, then vote.',
    },
  },
  dissent_not_possible: {
    status: 409,
    vi: {
      title: 'Chỉ thành viên biểu quyết khác với kết quả mới ghi được ý kiến bảo lưu',
      action: 'Không cần làm gì nếu bạn đã biểu quyết như kết quả.',
    },
    en: {
      title: 'Only a member who voted otherwise records a dissent',
      action: 'There is nothing to do if you voted as the council decided.',
    },
  },
  dissent_recorded_already: {
    status: 409,
    vi: {
      title: 'Ý kiến bảo lưu của bạn đã được ghi',
      action: 'Ý kiến đã ghi được đưa vào biên bản; không sửa được.',
    },
    en: {
      title: 'Your dissent is recorded already',
      action: 'It stands in the minutes and cannot be changed.',
    },
  },
  minutes_out_of_date: {
    status: 409,
    vi: {
      title: 'Dự thảo biên bản không còn khớp với phiếu và danh sách dự họp',
      action:
        'Lập lại dự thảo biên bản rồi trình ký; nếu có người biểu quyết nay xung đột lợi ích, tổ chức phiên khác.',
    },
    en: {
      title: 'The draft of the minutes no longer agrees with votes and attendance',
      action:
        'Draft the minutes again; where somebody who voted is in conflict by now, hold another session.',
    },
  },
} as const satisfies ProblemTable;
