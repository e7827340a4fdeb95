import { type Bilingual } from '#contracts';

/** What a fact is called on screen and in letters, by its name in the facts of project, lines and machines. */
export const FACT_NAMES: Readonly<Record<string, Bilingual>> = {
  name: { vi: 'Tên', en: 'Name' },
  sectorVsic: { vi: 'Ngành kinh tế (VSIC)', en: 'Sector (VSIC)' },
  environmentalGroup: { vi: 'Nhóm dự án môi trường', en: 'Environmental group' },
  group: { vi: 'Nhóm dự án', en: 'Project group' },
  workClass: { vi: 'Cấp công trình', en: 'Class of the works' },
  capitalVnd: { vi: 'Tổng vốn đầu tư (đồng)', en: 'Total investment (VND)' },
  capitalOrigin: { vi: 'Nguồn vốn', en: 'Origin of the capital' },
  investorCountry: { vi: 'Quốc gia của nhà đầu tư', en: "Investor's country" },
  communeCode: { vi: 'Xã, phường', en: 'Commune' },
  stage: { vi: 'Giai đoạn', en: 'Stage' },
  dependsOnTermExtension: {
    vi: 'Phụ thuộc việc gia hạn dự án',
    en: 'Depends on an extension of the project term',
  },
  technologyName: { vi: 'Tên công nghệ', en: 'Technology' },
  origin: { vi: 'Xuất xứ công nghệ', en: 'Origin of the technology' },
  designCapacity: { vi: 'Công suất thiết kế', en: 'Design capacity' },
  actualCapacityPct: { vi: 'Công suất thực tế so với thiết kế (%)', en: 'Actual share of the capacity (%)' },
  efficiencyPct: { vi: 'Hiệu suất so với thiết kế (%)', en: 'Efficiency against design (%)' },
  consumptionOverDesignPct: {
    vi: 'Mức tiêu hao vượt thiết kế (%)',
    en: 'Consumption over design (%)',
  },
  standards: { vi: 'Quy chuẩn, tiêu chuẩn đáp ứng', en: 'Standards met' },
  standardResults: { vi: 'Kết quả theo quy chuẩn, tiêu chuẩn', en: 'Results by standard' },
  oecdSites: { vi: 'Cơ sở đang sử dụng tại các nước OECD', en: 'Sites in OECD countries' },
  usedLineRelief: {
    vi: 'Đề nghị nới lỏng với dây chuyền đã qua sử dụng',
    en: 'Relief claimed for a used line',
  },
  trl: { vi: 'Mức sẵn sàng công nghệ (TRL)', en: 'Technology readiness level (TRL)' },
  condition: { vi: 'Tình trạng', en: 'Condition' },
  acquisition: { vi: 'Nguồn mua', en: 'Acquisition' },
  hsCode: { vi: 'Mã HS', en: 'HS code' },
  maker: { vi: 'Nhà sản xuất', en: 'Maker' },
  country: { vi: 'Nước sản xuất', en: 'Country' },
  yearMade: { vi: 'Năm sản xuất', en: 'Year made' },
  plannedArrivalYear: { vi: 'Năm dự kiến về Việt Nam', en: 'Planned year of arrival' },
  lineRef: { vi: 'Thuộc dây chuyền', en: 'Part of line' },
  remainingCapacityPct: {
    vi: 'Công suất còn lại so với thiết kế (%)',
    en: 'Remaining capacity against design (%)',
  },
  certificate: { vi: 'Chứng thư giám định', en: 'Inspection certificate' },
};
/** What stands for a whole item that is new or gone. */
export const SUBJECT_NAMES: Readonly<Record<'project' | 'line' | 'equipment', Bilingual>> = {
  project: { vi: 'Dự án', en: 'Project' },
  line: { vi: 'Dây chuyền công nghệ', en: 'Technological line' },
  equipment: { vi: 'Máy móc, thiết bị', en: 'Machine' },
};

/** The name of a field; one that has none yet is shown as it stands in the facts. */
export const factName = (field: string): Bilingual => FACT_NAMES[field] ?? { vi: field, en: field };
