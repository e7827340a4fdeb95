import { type Followed, type ProjectStanding } from '#contracts';
import { csvLine } from '#kernel';
import { type ProjectListItem } from './project-list.query.js';

const STANDINGS: Record<ProjectStanding, string> = {
  none: 'Chưa có hồ sơ',
  in_hand: 'Đang xem xét',
  answered: 'Đã có ý kiến',
  not_subject: 'Không thuộc diện',
  missed: 'Quyết định khi chưa có ý kiến',
};
const FOLLOWED_WORDS: Record<Followed, string> = {
  followed: 'Theo ý kiến không đồng ý',
  not_followed: 'Không theo ý kiến không đồng ý',
  no_decision_yet: 'Chưa quyết định',
  not_applicable: '',
};
type Cell = string | number | null;
const COLUMNS: readonly (readonly [title: string, cell: (item: ProjectListItem) => Cell])[] = [
  ['Mã', ({ id }) => id],
  ['Tên dự án', ({ name }) => name],
  ['Nhà đầu tư', ({ investorName }) => investorName],
  ['Mã số thuế', ({ investorTaxCode }) => investorTaxCode],
  ['Cấp quyết định', ({ projectAuthority }) => projectAuthority],
  ['Cơ quan đăng ký', ({ agencyName }) => agencyName],
  ['Mã ngành', ({ sectorVsic }) => sectorVsic],
  ['Vốn đầu tư (đồng)', ({ capitalVnd }) => capitalVnd],
  ['Nguồn vốn', ({ capitalOrigin }) => capitalOrigin],
  ['Nước đầu tư', ({ investorCountry }) => investorCountry],
  ['Mã xã, phường', ({ communeCode }) => communeCode],
  ['Nhóm', ({ projectGroup }) => projectGroup],
  ['Ngày đăng ký', ({ registeredOn }) => registeredOn],
  ['Ngày chấp thuận chủ trương', ({ policyDecidedOn }) => policyDecidedOn],
  ['Số giấy chứng nhận', ({ certificateNumber }) => certificateNumber],
  ['Ngày cấp giấy chứng nhận', ({ certificateOn }) => certificateOn],
  ['Ngày quyết định', ({ decidedOn }) => decidedOn],
  ['Tình trạng', ({ standing }) => STANDINGS[standing]],
  ['Trả lời quá hạn', ({ late }) => (late ? 'có' : '')],
  ['Ý kiến không đồng ý', ({ followed }) => FOLLOWED_WORDS[followed]],
  ['Nguồn', ({ source }) => source],
];

/** Byte order mark, by which spreadsheets know UTF-8, and the titles. */
export const PROJECT_CSV_HEAD = `\uFEFF${csvLine(COLUMNS.map(([title]) => title))}`;
/** One project as a line of the export. */
export const projectCsvLine = (item: ProjectListItem): string =>
  csvLine(COLUMNS.map(([, cell]) => cell(item)));
