import { type Catalogue } from './catalogue.types.js';

/** Vietnamese texts of findings and notices; `{…}` is filled from the values of a finding or a notice. */
export const VI: Catalogue = {
  verdicts: {
    met: 'Đạt',
    breached: 'Không đạt',
    inconclusive: 'Chưa kết luận được',
    not_applicable: 'Không áp dụng',
  },
  tests: {
    'used.age': {
      title: 'Tuổi thiết bị đã qua sử dụng',
      met: 'Tuổi {ageYears} năm, không quá giới hạn {limitYears} năm.',
      breached: 'Tuổi {ageYears} năm, vượt giới hạn {limitYears} năm.',
    },
    'used.standard': {
      title: 'Tiêu chuẩn của thiết bị đã qua sử dụng',
      met: 'Khai đáp ứng quy chuẩn, tiêu chuẩn được công nhận.',
      breached: 'Không đáp ứng quy chuẩn, tiêu chuẩn được công nhận.',
    },
    'used.line.standard': {
      title: 'Tiêu chuẩn của dây chuyền đã qua sử dụng',
      met: 'Khai đáp ứng quy chuẩn, tiêu chuẩn được công nhận.',
      breached: 'Không đáp ứng quy chuẩn, tiêu chuẩn được công nhận.',
    },
    'used.line.capacity': {
      title: 'Công suất, hiệu suất còn lại của dây chuyền đã qua sử dụng',
      met: 'Công suất {capacityPct} %, hiệu suất {efficiencyPct} % so với thiết kế, từ {limitPct} % trở lên.',
      breached: 'Công suất {capacityPct} %, hiệu suất {efficiencyPct} % so với thiết kế, dưới {limitPct} %.',
    },
    'used.line.consumption': {
      title: 'Mức tiêu hao của dây chuyền đã qua sử dụng',
      met: 'Vượt thiết kế {consumptionPct} %, không quá {limitPct} %.',
      breached: 'Vượt thiết kế {consumptionPct} %, quá {limitPct} %.',
    },
    'used.line.lists': {
      title: 'Công nghệ của dây chuyền đã qua sử dụng và danh mục cấm, hạn chế',
      met: 'Không còn công nghệ nào được gợi ý trong các phiên bản danh mục đã nạp.',
      breached: 'Công nghệ đã được xác nhận thuộc danh mục cấm hoặc hạn chế chuyển giao.',
    },
    'used.line.oecd_sites': {
      title: 'Cơ sở đang sử dụng công nghệ tại các nước OECD',
      met: '{oecdSites} cơ sở, đủ {requiredSites} cơ sở.',
      breached: '{oecdSites} cơ sở, cần {requiredSites} cơ sở.',
    },
    'outdated.standard': {
      title: 'Công nghệ lạc hậu: quy chuẩn, tiêu chuẩn khi vận hành',
      met: 'Đáp ứng quy chuẩn, tiêu chuẩn về an toàn, tiết kiệm năng lượng, môi trường.',
      breached: 'Không đáp ứng quy chuẩn, tiêu chuẩn về an toàn, tiết kiệm năng lượng hoặc môi trường.',
    },
    'outdated.capacity': {
      title: 'Công nghệ lạc hậu: công suất, hiệu suất còn lại',
      met: 'Công suất {capacityPct} %, hiệu suất {efficiencyPct} % so với thiết kế, từ {limitPct} % trở lên.',
      breached: 'Công suất {capacityPct} %, hiệu suất {efficiencyPct} % so với thiết kế, dưới {limitPct} %.',
    },
    'outdated.consumption': {
      title: 'Công nghệ lạc hậu: mức tiêu hao',
      met: 'Vượt thiết kế {consumptionPct} %, không quá {limitPct} %.',
      breached: 'Vượt thiết kế {consumptionPct} %, quá {limitPct} %.',
    },
    'outdated.list': {
      title: 'Công nghệ lạc hậu: danh mục cấm chuyển giao',
      met: 'Không còn công nghệ nào được gợi ý trong các phiên bản danh mục đã nạp.',
      breached: 'Công nghệ đã được xác nhận thuộc danh mục cấm chuyển giao.',
    },
    'list.prohibited': {
      title: 'Danh mục công nghệ cấm chuyển giao',
      met: 'Đã có kết luận về danh mục.',
      breached: 'Công nghệ thuộc danh mục cấm chuyển giao: {codes} ({listVersion}).',
    },
    'list.restricted': {
      title: 'Danh mục công nghệ hạn chế chuyển giao',
      met: 'Đã có kết luận về danh mục.',
      breached: 'Công nghệ thuộc danh mục hạn chế chuyển giao: {codes} ({listVersion}).',
    },
    'list.encouraged': {
      title: 'Danh mục công nghệ khuyến khích chuyển giao',
      met: 'Đã có kết luận về danh mục.',
      breached: 'Công nghệ thuộc danh mục khuyến khích chuyển giao: {codes} ({listVersion}).',
    },
    'list.strategic': {
      title: 'Danh mục công nghệ, sản phẩm chiến lược',
      met: 'Đã có kết luận về danh mục.',
      breached: 'Thuộc danh mục công nghệ, sản phẩm chiến lược: {codes} ({listVersion}).',
    },
  },
  inconclusive: 'Chưa đủ căn cứ để kết luận.',
  notApplicable: 'Tiêu chí này không áp dụng cho đối tượng.',
  missing: 'Còn thiếu: {missing}.',
  missingKinds: {
    annex: 'phụ lục danh mục {of} (tra cứu bản giấy)',
    decision: 'quyết định của cán bộ về mục {of}',
    evidence: 'chứng thư giám định cho {of}',
  },
  unknown: 'chưa rõ',
  wouldChange: 'Nếu {path} là {to} thì kết quả là: {verdict}.',
  fields: {
    technologyName: 'tên công nghệ',
    condition: 'tình trạng mới hay đã qua sử dụng',
    acquisition: 'nguồn mua (nhập khẩu, trong nước)',
    hsCode: 'mã HS',
    yearMade: 'năm sản xuất',
    plannedArrivalYear: 'năm dự kiến về Việt Nam',
    actualCapacityPct: 'công suất thực tế (%)',
    efficiencyPct: 'hiệu suất (%)',
    consumptionOverDesignPct: 'mức tiêu hao vượt thiết kế (%)',
    standards: 'tiêu chuẩn, quy chuẩn được công nhận',
    standardResults: 'kết quả theo tiêu chuẩn',
    oecdSites: 'số cơ sở tại các nước OECD',
  },
  values: {
    ageYears: 'Tuổi thiết bị (năm)',
    limitYears: 'Giới hạn tuổi (năm)',
    capacityPct: 'Công suất so với thiết kế (%)',
    efficiencyPct: 'Hiệu suất so với thiết kế (%)',
    consumptionPct: 'Mức tiêu hao vượt thiết kế (%)',
    limitPct: 'Giới hạn (%)',
    oecdSites: 'Số cơ sở tại các nước OECD',
    requiredSites: 'Số cơ sở phải có',
    acceptedStandards: 'Số tiêu chuẩn được công nhận',
    listStatus: 'Kết quả đối chiếu danh mục',
    codes: 'Mục của danh mục',
    listVersion: 'Danh mục',
  },
  listStatuses: {
    prohibited: 'thuộc danh mục cấm chuyển giao',
    restricted: 'thuộc danh mục hạn chế chuyển giao',
    unnamed: 'chưa nêu tên công nghệ',
    open: 'còn mục chờ đối chiếu',
    not_loaded: 'danh mục chưa được nạp',
    clear: 'không có mục nào được gợi ý',
  },
  notes: {
    declared_to_be_proven_at_import: 'Theo khai báo, phải chứng minh khi nhập khẩu.',
    over_age_route:
      'Doanh nghiệp đang sản xuất có thể đề nghị Bộ Khoa học và Công nghệ xem xét từng trường hợp.',
    over_every_possible_limit: 'Vượt mọi giới hạn có thể có của Phụ lục I.',
    annex_row_unverified: 'Phụ lục I có thể cho phép tuổi cao hơn, nhưng các dòng này chưa kiểm chứng.',
    hs_code_too_short: 'Mã HS chưa đủ chi tiết để xác định giới hạn.',
    standards_incomplete: 'Chưa có kết quả theo quy chuẩn, tiêu chuẩn được công nhận cho đủ các lĩnh vực.',
    relief_claimed: 'Có đề nghị áp dụng nới lỏng theo QĐ 28/2022; phạm vi nới lỏng chưa được nạp.',
    uncertainty_spans_limit: 'Khoảng sai số trùm lên giới hạn; cần giám định chính xác hơn.',
    uncertainty_not_stated: 'Chưa nêu độ không đảm bảo của giá trị đo.',
    candidates_open: 'Còn công nghệ được gợi ý chờ cán bộ quyết định.',
    list_version_not_in_force: 'Danh mục đang có hiệu lực chưa được nạp; cần tra cứu bản giấy.',
    no_candidate_found:
      'Phương pháp so khớp không gợi ý công nghệ nào; điều này không khẳng định công nghệ nằm ngoài danh mục.',
    confirmed_row_is_advice: 'Mục đã xác nhận chỉ có giá trị tham khảo, chưa được dùng để quyết định.',
    reference_row: 'Căn cứ vào mục tham khảo của danh mục cũ, chỉ dùng ở chế độ trình diễn.',
    judged_with_its_line: 'Máy thuộc dây chuyền, được xét cùng dây chuyền.',
    no_operating_data:
      'Không có số liệu vận hành để đối chiếu; tiêu chí chính thức chỉ dành cho việc gia hạn.',
    see_list_finding: 'Xem kết quả đối chiếu danh mục.',
    analogy_from_declaration:
      'Vận dụng tương tự theo khai báo, không phải kết luận chính thức về công nghệ lạc hậu.',
    rule_from_memory: 'Quy tắc chưa kiểm chứng, không dùng để kết luận.',
    not_acting_in_official_mode:
      'Quy tắc chưa đủ mức kiểm chứng hoặc chưa có hiệu lực nên chỉ để tham khảo ở chế độ chính thức.',
    certificate_missing: 'Chưa có chứng thư giám định cho giá trị này.',
    certificate_expired: 'Chứng thư giám định đã quá 12 tháng vào ngày nhận hồ sơ.',
    certificate_undated: 'Chứng thư giám định không ghi ngày cấp.',
    certificate_not_accepted: 'Chứng thư giám định chưa được cơ quan chấp nhận.',
    certificate_from_the_future: 'Chứng thư giám định ghi ngày cấp sau ngày được chấp nhận.',
    not_a_certificate: 'Giấy tờ kèm theo không phải chứng thư giám định.',
    no_rule_in_force: 'Vào ngày nhận hồ sơ chưa có quy tắc nào có hiệu lực cho tiêu chí này.',
    line_has_no_age_limit:
      'Máy thuộc dây chuyền đã qua sử dụng nhập khẩu: theo L-6 dây chuyền không có giới hạn tuổi, nhưng đó là cách hiểu, cần cán bộ xác định.',
    relief_not_in_force:
      'Việc nới lỏng theo QĐ 28/2022 (L-7) chưa có hiệu lực vào ngày này nên không được tính.',
    superseded_by_version_in_force:
      'Cùng công nghệ có trong phiên bản danh mục đang có hiệu lực; mục của phiên bản khác chỉ để tham khảo.',
  },
  notices: {
    list_version_not_in_force:
      'Danh mục đang có hiệu lực ({list}, {version} {instrument}) chưa được nạp; không kết luận gì từ danh mục này.',
    no_candidate_found:
      'Không tìm thấy công nghệ gợi ý trong phiên bản {version} bằng phương pháp {method} (dây chuyền: {lines}).',
    rule_needs_manual_check: 'Quy tắc {rule} phải được kiểm tra thủ công (mức kiểm chứng: {verification}).',
    confirmed_code_not_loaded:
      'Mục {code} ({list}) đã xác nhận cho {line} nhưng không có trong danh mục đã nạp.',
    no_rule_in_force: 'Không có quy tắc nào có hiệu lực vào ngày {on} ({subject}).',
    environmental_group_unknown:
      'Chưa khai nhóm dự án theo tiêu chí môi trường; không xác định được có phải lấy ý kiến vì môi trường hay không ({rule}).',
    candidate_superseded:
      'Mục {code} ({list}) của phiên bản {version} chỉ để tham khảo đối với {line}: phiên bản {by} đang có hiệu lực có cùng công nghệ này.',
    pack_incomplete: 'Gói pháp lý {pack} chưa đầy đủ (thiếu {part}).',
    law_changed_at_acceptance:
      'Căn cứ pháp lý được chọn lại khi tiếp nhận hồ sơ hợp lệ: từ {from} thành {to}.',
    clocks_changed_at_acceptance:
      'Thời hạn được chọn lại theo hồ sơ hợp lệ: thôi áp dụng {from}, áp dụng {to} (kể từ ngày nhận, trừ thời gian chờ bổ sung).',
    silence_recorded:
      'Đã hết thời hạn {dueOn} mà không trả lời; hệ quả theo quy định: {effect} ({basis}). Hệ thống chỉ ghi nhận, không quyết định.',
    round_without_clock:
      'Quy định áp dụng cho hồ sơ này chưa có thời hạn của vòng xem xét lại; hãy tự theo dõi ngày trả lời.',
    last_person_for_step:
      'Sau việc này chỉ còn một người làm được bước {step}: {name}. Nếu người đó có xung đột hoặc vắng mặt, hồ sơ không đi tiếp được.',
    nobody_left_for_step:
      'Nếu người được giao kết luận thì không còn ai làm được bước {step}; hãy giao người khác.',
    shorter_term_not_loaded: 'Đã từng có thời hạn ngắn hơn nhưng chưa được nạp.',
    calendar_unconfirmed: 'Lịch làm việc của năm chưa được xác nhận.',
  },
};
