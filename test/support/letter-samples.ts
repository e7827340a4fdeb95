import {
  type CouncilRuleLine,
  type DecisionData,
  type HoldingReplyData,
  type LetterDataOf,
  type LetterFinding,
  type LetterFrame,
  type LetterImprint,
  type LetterItem,
} from '#contracts';

const PROJECT =
  'Đầu tư xây dựng Nhà máy sản xuất gạch ốp lát ceramic công suất 6 triệu m²/năm tại Khu công nghiệp Hải Yên';

export const IMPRINT: LetterImprint = {
  number: 7,
  issuedOn: '2026-02-05',
  signedBy: { name: 'Nguyễn Thị Phượng', title: 'Phó Giám đốc', capacity: 'KT', principal: 'Giám đốc' },
};

/** What the letters of one invented dossier share. */
export function frameSample(changes: Partial<LetterFrame> = {}): LetterFrame {
  return {
    issuer: {
      governingBody: 'Ủy ban nhân dân tỉnh Quảng Ninh',
      body: 'Sở Khoa học và Công nghệ',
      bodyCode: 'SKHCN',
      unitCode: 'QLCN',
      place: 'Quảng Ninh',
    },
    mode: 'demonstration',
    addressees: ['Ban Quản lý Khu kinh tế Quảng Ninh'],
    recipients: ['Công ty TNHH Gốm sứ Hải Yên', 'UBND tỉnh (để báo cáo)'],
    dossier: {
      projectName: PROJECT,
      investorName: 'Công ty TNHH Gốm sứ Hải Yên',
      procedureName: 'có ý kiến về công nghệ',
      fileCode: 'H49.15-260120-0007',
      receivedOn: '2026-01-20',
      request: { number: '112/BQLKKT-ĐT', on: '2026-01-19', from: 'Ban Quản lý Khu kinh tế Quảng Ninh' },
    },
    legalBasis: [
      { text: 'Luật Chuyển giao công nghệ số 07/2017/QH14', verification: 'text_read' },
      { text: 'Nghị định số 96/2026/NĐ-CP, Điều 6', verification: 'secondary' },
    ],
    imprint: IMPRINT,
    ...changes,
  };
}

export const itemSamples = (count: number): LetterItem[] =>
  Array.from({ length: count }, (_, index) => ({
    what: `Bổ sung hồ sơ kỹ thuật của thiết bị số ${index + 1}: năm sản xuất, xuất xứ, công suất thiết kế, chứng thư giám định còn hiệu lực`,
    basis:
      index % 3 === 0
        ? null
        : {
            text: 'Quyết định số 18/2019/QĐ-TTg, khoản 2 Điều 6',
            verification: index % 2 ? 'secondary' : 'text_read',
          },
  }));

export const findingSamples = (count: number): LetterFinding[] =>
  Array.from({ length: count }, (_, index) => ({
    subject: `Máy ép thủy lực PH${3000 + index}`,
    test: 'Tuổi thiết bị đã qua sử dụng không vượt quá giới hạn',
    basis: { text: 'Quyết định số 18/2019/QĐ-TTg, khoản 1 Điều 6', verification: 'secondary' },
    found: `${12 + index} năm (sản xuất năm ${2014 - index}, dự kiến về năm 2026)`,
    limit: '≤ 10 năm',
    wouldChange: index % 2 ? null : 'Năm sản xuất từ 2016 trở lại đây',
  }));

export function decisionSample(changes: Partial<DecisionData> = {}): DecisionData {
  return {
    ...frameSample(),
    outcome: 'agree',
    summary:
      'Công nghệ nung con lăn một lớp, tự động hóa ở mức cao, phù hợp với quy mô và địa điểm của dự án.',
    reasons: [],
    conditions: [],
    findings: [],
    councilConclusion: null,
    lateness: null,
    remedies: { text: 'Tổ chức, cá nhân có quyền khiếu nại theo Luật Khiếu nại', verification: 'memory' },
    earlier: null,
    ...changes,
  };
}

/** A holding reply with something in every part. */
export const holdingReplySample = (changes: Partial<HoldingReplyData> = {}): HoldingReplyData => ({
  ...frameSample(),
  term: {
    name: 'Cơ quan được lấy ý kiến trả lời',
    dueOn: '2026-02-10',
    basis: { text: 'NĐ 96/2026/NĐ-CP, Điều 35 khoản 7 điểm c', verification: 'text_read' },
  },
  silence: {
    text: 'NĐ 96/2026/NĐ-CP, Điều 6 khoản 6 điểm b (coi như đồng ý và vẫn chịu trách nhiệm)',
    verification: 'text_read',
  },
  screening: {
    on: '2026-02-03',
    current: true,
    law: [
      { text: 'NĐ 96/2026/NĐ-CP, Điều 28 khoản 15', verification: 'text_read' },
      { text: 'QĐ 18/2019/QĐ-TTg, Điều 6', verification: 'secondary' },
    ],
    lists: ['Luật 07/2017/QH14, Điều 49'],
  },
  findings: findingSamples(2),
  openQuestions: [
    {
      subject: 'Lò nung con lăn',
      test: 'Công suất, hiệu suất còn lại của dây chuyền đã qua sử dụng',
      basis: { text: 'Quyết định số 18/2019/QĐ-TTg, Điều 5', verification: 'secondary' },
      missing: 'Chưa đủ căn cứ để kết luận. Còn thiếu: công suất thực tế (%).',
    },
  ],
  confirmedMatches: [{ line: 'Dây chuyền tráng men', list: 'restricted', entry: 'H07: Tráng men chì' }],
  consultations: [{ agency: 'Sở Nông nghiệp và Môi trường', askedOn: '2026-01-26' }],
  expertsAskedOn: '2026-01-27',
  openRequest: { kind: 'clarification', replyBy: '2026-02-09', items: ['Sản lượng thực tế của lò nung'] },
  undecidedMatches: 1,
  expectedOn: '2026-02-10',
  ...changes,
});

const REFUSAL_REASON =
  'Dây chuyền dự kiến nhập khẩu đã qua sử dụng có thiết bị chính vượt quá giới hạn tuổi; hồ sơ không có chứng thư giám định chứng minh công suất còn lại và mức tiêu hao năng lượng so với thiết kế. Nhà đầu tư đã được thông báo dự kiến không đồng ý và chưa gửi tài liệu làm thay đổi kết quả kiểm tra.';

export const refusalSample = (findings: number, reasons: number): DecisionData =>
  decisionSample({
    outcome: 'disagree_outdated',
    summary: 'Thiết bị của dây chuyền không đáp ứng điều kiện về tuổi thiết bị.',
    reasons: Array.from({ length: reasons }, () => REFUSAL_REASON),
    findings: findingSamples(findings),
    councilConclusion: 'Hội đồng tư vấn họp ngày 30/01/2026: 7/9 thành viên đề nghị không đồng ý.',
  });

const SOURCE = {
  basis: 'Nghị định 217/2026/NĐ-CP, Điều 34',
  verification: 'text_read',
  analogy: true,
} as const;
const RULES: CouncilRuleLine[] = [
  { rule: 'minimumMembers', value: 5, basis: 'Quy ước nội bộ', verification: 'inference', analogy: false },
  { rule: 'presence', value: { numerator: 1, denominator: 2 }, ...SOURCE },
  { rule: 'proxiesCount', value: true, ...SOURCE },
  { rule: 'majority', value: { numerator: 1, denominator: 2 }, ...SOURCE },
  { rule: 'conclusion', value: { numerator: 2, denominator: 3 }, ...SOURCE },
  { rule: 'chairBreaksTie', value: true, ...SOURCE },
  {
    rule: 'viceChairBreaksTie',
    value: false,
    basis: 'Quy ước nội bộ',
    verification: 'inference',
    analogy: false,
  },
];

export const SAMPLES: { [Kind in keyof LetterDataOf]: LetterDataOf[Kind] } = {
  receipt: {
    ...frameSample({ addressees: [], recipients: [] }),
    applicant: {
      name: 'Công ty TNHH Gốm sứ Hải Yên',
      address: 'Khu công nghiệp Hải Yên, phường Móng Cái 1, tỉnh Quảng Ninh',
      phone: '0203 3 000 000',
    },
    papers: [
      { name: 'Văn bản đề nghị có ý kiến về công nghệ', form: 'original', count: 1 },
      {
        name: 'Thuyết minh về công nghệ của dự án (Phần giải trình về sử dụng công nghệ)',
        form: 'electronic',
        count: 1,
      },
    ],
    receivedAt: '09:15',
    expectedOn: '2026-01-29',
    returnPlace: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh',
    receivedBy: 'Trần Văn Đức',
    trackingAddress: 'https://techgate.example/tra-cuu',
    trackingSecret: 'K7QF-9M2D-XW4T',
  },
  supplement_request: {
    ...frameSample(),
    items: itemSamples(4),
    replyBy: '2026-02-25',
    replyTo: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh',
    oneRequest: {
      text: 'Việc yêu cầu bổ sung được thực hiện một lần (Nghị định số 96/2026/NĐ-CP, khoản 5 Điều 6)',
      verification: 'secondary',
    },
    ifSilent: { text: 'Quá thời hạn trên, hồ sơ được dừng giải quyết', verification: 'inference' },
  },
  clarification_request: {
    ...frameSample({ addressees: ['Ban Quản lý Khu kinh tế Quảng Ninh', 'Công ty TNHH Gốm sứ Hải Yên'] }),
    items: itemSamples(3),
    replyBy: '2026-02-25',
    replyTo: 'Sở Khoa học và Công nghệ',
    oneRequest: null,
    ifSilent: null,
  },
  return_notice: {
    ...frameSample(),
    reason: 'not_competent',
    explanation: 'Dự án thuộc thẩm quyền có ý kiến của Bộ Khoa học và Công nghệ',
    competentAuthority: 'Bộ Khoa học và Công nghệ',
    items: [],
    accepted: true,
  },
  discontinuance: {
    ...frameSample(),
    requested: { number: '03/PYC-SKHCN', on: '2026-01-22', from: null },
    replyBy: '2026-02-04',
    basis: { text: 'Nghị định số 96/2026/NĐ-CP, khoản 5 Điều 6', verification: 'secondary' },
    again: { text: 'Nhà đầu tư có thể nộp lại hồ sơ khi đủ thành phần', verification: null },
  },
  intended_refusal: {
    ...frameSample(),
    grounds: 'Hai máy ép chính vượt quá giới hạn tuổi thiết bị.\nHồ sơ không có chứng thư giám định.',
    findings: findingSamples(2),
    replyBy: '2026-02-10',
    replyTo: 'Sở Khoa học và Công nghệ',
    rightOfReply: null,
  },
  decision: decisionSample({
    outcome: 'agree_with_conditions',
    conditions: [
      {
        what: 'Thay hai máy ép PH3000 bằng máy sản xuất từ năm 2016 trở lại đây',
        deadlineOn: '2026-09-30',
        proof: 'Hợp đồng mua bán và chứng thư giám định',
        responsible: 'Công ty TNHH Gốm sứ Hải Yên',
      },
      {
        what: 'Lắp đặt hệ thống thu hồi nhiệt khí thải lò nung',
        deadlineOn: '2026-12-31',
        proof: 'Biên bản nghiệm thu',
        responsible: 'Công ty TNHH Gốm sứ Hải Yên',
      },
    ],
    findings: findingSamples(1),
  }),
  holding_reply: holdingReplySample(),
  council_decision: {
    ...frameSample({ addressees: [] }),
    councilName: 'Hội đồng tư vấn khoa học và công nghệ',
    decidedBasis: 'Xét đề nghị của Trưởng phòng Quản lý công nghệ;',
    members: [
      { name: 'Nguyễn Văn Thịnh', organisation: 'Viện Công nghệ Vật liệu', seat: 'chair' },
      { name: 'Trần Thu Hà', organisation: null, seat: 'secretary' },
    ],
    rules: RULES,
    changes: false,
    earlier: null,
  },
  council_minutes: {
    ...frameSample({ addressees: [] }),
    councilName: 'Hội đồng tư vấn khoa học và công nghệ',
    session: { number: 1, mode: 'meeting', heldOn: '2026-01-30', place: 'Phòng họp số 2', closesOn: null },
    valid: true,
    largeEnough: true,
    attendance: [
      { name: 'Nguyễn Văn Thịnh', seat: 'chair', presence: 'present', proxyName: null },
      { name: 'Lê Quốc Bảo', seat: 'member', presence: 'proxy', proxyName: 'Phạm Minh Tú' },
      { name: 'Vũ Thị Mai', seat: 'reviewer', presence: 'recused', proxyName: null },
    ],
    quorum: {
      numerator: 2,
      denominator: 2,
      needed: { numerator: 1, denominator: 2 },
      reached: true,
      ...SOURCE,
    },
    presidedBy: 'Nguyễn Văn Thịnh',
    secretary: 'Trần Thu Hà',
    opinions: [
      { name: 'Nguyễn Văn Thịnh', recommendation: 'agree_with_conditions', summary: 'Cần đo kiểm khí thải.' },
    ],
    motions: [
      {
        number: 1,
        kind: 'procedural',
        text: 'Yêu cầu chủ đầu tư đo kiểm khí thải trước khi kết luận',
        outcome: null,
        conditions: null,
        votes: [
          { name: 'Nguyễn Văn Thịnh', vote: 'for', onPaper: false },
          { name: 'Lê Quốc Bảo', vote: 'against', onPaper: true },
        ],
        for: 1,
        against: 1,
        abstain: 0,
        missing: 0,
        comparison: 'more_than',
        count: {
          numerator: 1,
          denominator: 2,
          needed: { numerator: 1, denominator: 2 },
          reached: true,
          ...SOURCE,
        },
        tie: true,
        tieBrokenBy: 'Nguyễn Văn Thịnh',
        dissents: [{ name: 'Lê Quốc Bảo', text: 'Kết quả đo kiểm đã có trong hồ sơ.' }],
      },
    ],
    rules: RULES,
  },
  consultation_request: {
    ...frameSample({ addressees: ['Sở Nông nghiệp và Môi trường tỉnh Quảng Ninh'], recipients: [] }),
    question:
      'Dây chuyền nghiền và lò nung của dự án có đáp ứng quy chuẩn về khí thải công nghiệp khi vận hành hay không?',
    basis: { text: 'Quyết định số 29/2023/QĐ-TTg', verification: 'secondary' },
    lawTerm: {
      text: 'Thời hạn trả lời: 15 ngày làm việc kể từ ngày của văn bản này (Quyết định số 29/2023/QĐ-TTg)',
      verification: 'secondary',
    },
    replyBy: null,
    replyTo: 'Sở Khoa học và Công nghệ',
    enclosed: ['Thuyết minh hiện trạng công nghệ', 'Chứng thư giám định'],
  },
  determination: {
    ...frameSample({ addressees: ['Công ty TNHH Gốm sứ Hải Yên'] }),
    outcome: 'disagree_outdated',
    summary: 'Công suất còn lại của dây chuyền nghiền thấp hơn giới hạn.',
    reasons: ['Công suất còn lại là 72 % so với thiết kế theo chứng thư giám định.'],
    findings: findingSamples(4).map((finding, index) => ({
      ...finding,
      verdict: (['breached', 'met', 'inconclusive'] as const)[index] ?? 'met',
      lookedUp: index === 3,
      proofs:
        index >= 2
          ? []
          : [
              {
                kind: 'inspection_certificate',
                number: '25/GĐ-VC',
                issuedOn: '2026-01-05',
                body: 'Trung tâm Giám định kỹ thuật',
              },
            ],
    })),
    consulted: [
      {
        organisation: 'Sở Nông nghiệp và Môi trường tỉnh Quảng Ninh',
        question: 'Khí thải của lò nung có đạt quy chuẩn hay không?',
        position: 'agrees_with_remarks',
        answeredOn: '2026-01-28',
        closedOn: null,
      },
      {
        organisation: 'Sở Công Thương tỉnh Quảng Ninh',
        question: 'Mức tiêu hao năng lượng của dây chuyền có vượt thiết kế hay không?',
        position: null,
        answeredOn: null,
        closedOn: '2026-02-03',
      },
    ],
    lateness: null,
    remedies: null,
    earlier: null,
  },
  recall_notice: {
    ...frameSample(),
    recalled: { number: '07/SKHCN-QLCN', on: '2026-01-29', from: null },
    complaint: { decision: 'Quyết định số 12/QĐ-UBND', on: '2026-03-20' },
    basis: { text: 'Nghị định 30/2020/NĐ-CP, Điều 18', verification: 'memory' },
  },
};
