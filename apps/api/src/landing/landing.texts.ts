import { type Role } from '#contracts';
import { type Language } from '../http/language.js';

export interface LandingTexts {
  title: string;
  tagline: string;
  demonstration: string;
  whatTitle: string;
  what: string[];
  linksTitle: string;
  links: [href: string, text: string][];
  accountsTitle: string;
  password: string;
  columns: [role: string, name: string, email: string];
  otherLanguage: [href: string, text: string];
}

export const LANDING_TEXTS: Record<Language, LandingTexts> = {
  vi: {
    title: 'TechGate: thẩm định công nghệ dự án đầu tư',
    tagline:
      'Từ hồ sơ của nhà đầu tư đến văn bản có chữ ký, theo đúng luật đang có hiệu lực, với nhật ký mà ai cũng kiểm chứng được.',
    demonstration: 'Chế độ trình diễn: dữ liệu là giả định, kết quả không có giá trị pháp lý.',
    whatTitle: 'Hệ thống làm gì',
    what: [
      'Tiếp nhận hồ sơ từ nhà đầu tư và công văn từ cơ quan đăng ký đầu tư.',
      'Sàng lọc công nghệ lạc hậu, hạn chế, cấm chuyển giao, kèm căn cứ của từng phát hiện.',
      'Tính thời hạn theo ngày làm việc và giải thích từng ngày.',
      'Ghi ý kiến, kết luận, phê duyệt hoặc từ chối, phát hành văn bản.',
    ],
    linksTitle: 'Bắt đầu từ đây',
    links: [
      ['/api/docs', 'Tài liệu API'],
      ['/api/openapi.json', 'OpenAPI (JSON)'],
      ['/health/ready', 'Tình trạng hệ thống'],
    ],
    accountsTitle: 'Tài khoản trình diễn',
    password: 'Mật khẩu chung',
    columns: ['Vai trò', 'Họ tên', 'Email'],
    otherLanguage: ['/?lang=en', 'English'],
  },
  en: {
    title: 'TechGate: technology appraisal of investment projects',
    tagline:
      "From an investor's dossier to a signed letter, by the law in force, with a log that anyone can check.",
    demonstration: 'Demonstration: the data is invented and the results have no legal effect.',
    whatTitle: 'What it does',
    what: [
      'Takes dossiers from investors and letters from investment registration agencies.',
      'Finds outdated, restricted and prohibited technology, with the legal basis of each finding.',
      'Counts terms in working days and explains every day.',
      'Records opinions, conclusions and decisions, and issues the letters.',
    ],
    linksTitle: 'Start here',
    links: [
      ['/api/docs', 'API documentation'],
      ['/api/openapi.json', 'OpenAPI (JSON)'],
      ['/health/ready', 'State of the system'],
    ],
    accountsTitle: 'Demonstration accounts',
    password: 'Common password',
    columns: ['Role', 'Name', 'E-mail'],
    otherLanguage: ['/?lang=vi', 'Tiếng Việt'],
  },
};

export const ROLE_NAMES: Record<Role, Record<Language, string>> = {
  investor: { vi: 'Nhà đầu tư', en: 'Investor' },
  requester: { vi: 'Cơ quan đăng ký đầu tư', en: 'Requesting agency' },
  clerk: { vi: 'Cán bộ một cửa, văn thư', en: 'Clerk' },
  appraiser: { vi: 'Chuyên viên thụ lý', en: 'Appraiser' },
  expert: { vi: 'Chuyên gia', en: 'Expert' },
  council_secretary: { vi: 'Thư ký hội đồng', en: 'Council secretary' },
  agency: { vi: 'Cơ quan phối hợp', en: 'Consulted agency' },
  head: { vi: 'Trưởng phòng', en: 'Head of division' },
  leader: { vi: 'Lãnh đạo sở', en: 'Leader of the department' },
  province_leader: { vi: 'Lãnh đạo UBND tỉnh', en: 'Leader of the province' },
  auditor: { vi: 'Thanh tra, kiểm toán', en: 'Auditor' },
  law_officer: { vi: 'Quản trị dữ liệu quy tắc', en: 'Law officer' },
  admin: { vi: 'Quản trị hệ thống', en: 'Administrator' },
};
