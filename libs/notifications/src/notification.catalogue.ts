import { type CommandName } from '#contracts';
import { formatCivilDate, isCivilDate } from '#kernel';

export const NOTIFICATION_LANGUAGES = ['vi', 'en'] as const;
export type NotificationLanguage = (typeof NOTIFICATION_LANGUAGES)[number];
type Text = Record<NotificationLanguage, string>;

/** Commands of a dossier that people hear of; `{projectName}` and `{fileCode}` are filled in. */
const COMMANDS: Record<CommandName, Text> = {
  submit: { vi: 'Hồ sơ "{projectName}" đã được nộp.', en: 'The dossier "{projectName}" was submitted.' },
  assign: {
    vi: 'Bạn được phân công vào hồ sơ "{projectName}". Hãy khai báo xung đột lợi ích.',
    en: 'You were assigned to the dossier "{projectName}". Please declare conflicts of interest.',
  },
  request_supplement: {
    vi: 'Cơ quan thẩm định yêu cầu bổ sung hồ sơ "{projectName}".',
    en: 'A supplement to the dossier "{projectName}" was requested.',
  },
  resubmit: {
    vi: 'Hồ sơ "{projectName}" đã được bổ sung.',
    en: 'The dossier "{projectName}" was supplemented.',
  },
  deadline_passed: {
    vi: 'Một thời hạn của hồ sơ "{projectName}" đã hết.',
    en: 'A deadline of the dossier "{projectName}" has passed.',
  },
  return: { vi: 'Hồ sơ "{projectName}" đã được trả lại.', en: 'The dossier "{projectName}" was returned.' },
  accept: {
    vi: 'Hồ sơ "{projectName}" đã được tiếp nhận, mã {fileCode}.',
    en: 'The dossier "{projectName}" was accepted under the code {fileCode}.',
  },
  screen: { vi: 'Hồ sơ "{projectName}" đã được sàng lọc.', en: 'The dossier "{projectName}" was screened.' },
  notify_refusal: {
    vi: 'Có thông báo dự kiến từ chối đối với hồ sơ "{projectName}"; bạn có thể phản hồi.',
    en: 'A refusal of the dossier "{projectName}" is intended; you may reply.',
  },
  respond_to_refusal: {
    vi: 'Chủ hồ sơ "{projectName}" đã phản hồi thông báo dự kiến từ chối.',
    en: 'The owner of "{projectName}" replied to the intended refusal.',
  },
  request_clarification: {
    vi: 'Cơ quan thẩm định yêu cầu giải trình hồ sơ "{projectName}".',
    en: 'A clarification of the dossier "{projectName}" was requested.',
  },
  clarify: {
    vi: 'Hồ sơ "{projectName}" đã được giải trình.',
    en: 'The dossier "{projectName}" was clarified.',
  },
  conclude: {
    vi: 'Hồ sơ "{projectName}" đã có dự thảo kết luận, chờ thông qua.',
    en: 'The dossier "{projectName}" is concluded and waits for endorsement.',
  },
  send_back: {
    vi: 'Kết luận của hồ sơ "{projectName}" bị trả lại để xem xét.',
    en: 'The conclusion on "{projectName}" was sent back.',
  },
  endorse: {
    vi: 'Kết luận của hồ sơ "{projectName}" đã được thông qua, chờ quyết định.',
    en: 'The conclusion on "{projectName}" was endorsed and waits for a decision.',
  },
  approve: {
    vi: 'Hồ sơ "{projectName}" được đồng ý về công nghệ.',
    en: 'The dossier "{projectName}" was approved.',
  },
  approve_with_conditions: {
    vi: 'Hồ sơ "{projectName}" được đồng ý kèm điều kiện.',
    en: 'The dossier "{projectName}" was approved with conditions.',
  },
  refuse: {
    vi: 'Hồ sơ "{projectName}" không được đồng ý về công nghệ.',
    en: 'The dossier "{projectName}" was refused.',
  },
  withdraw: { vi: 'Hồ sơ "{projectName}" đã được rút.', en: 'The dossier "{projectName}" was withdrawn.' },
  extend_deadline: {
    vi: 'Thời hạn của hồ sơ "{projectName}" đã được gia hạn.',
    en: 'A deadline of the dossier "{projectName}" was extended.',
  },
  reopen: {
    vi: 'Hồ sơ "{projectName}" được mở lại theo quyết định giải quyết khiếu nại.',
    en: 'The dossier "{projectName}" was reopened after a complaint.',
  },
};

const OTHERS: Record<string, Text> = {
  'assignment.declined': {
    vi: 'Một người từ chối phân công ở hồ sơ "{projectName}". Cần phân công lại.',
    en: 'Somebody declined an assignment on "{projectName}". Please assign again.',
  },
  'assignment.conflict': {
    vi: 'Một người khai báo xung đột lợi ích ở hồ sơ "{projectName}". Cần phân công lại.',
    en: 'Somebody declared a conflict on "{projectName}". Please assign again.',
  },
  'council.invited': {
    vi: 'Bạn được mời tham gia hội đồng tư vấn đối với dự án "{projectName}". Hãy khai báo xung đột lợi ích.',
    en: 'You are invited to the advisory council on "{projectName}". Please declare conflicts of interest.',
  },
  'council.session_opened': {
    vi: 'Hội đồng đối với hồ sơ "{projectName}" đã mở phiên.',
    en: 'The council on "{projectName}" has opened a session.',
  },
  'council.motion_put': {
    vi: 'Có nội dung chờ biểu quyết ở hội đồng đối với hồ sơ "{projectName}".',
    en: 'A motion waits for votes in the council on "{projectName}".',
  },
  'council.motion_closed': {
    vi: 'Hội đồng đối với hồ sơ "{projectName}" đã có kết quả biểu quyết.',
    en: 'A vote of the council on "{projectName}" has ended.',
  },
  'council.dissolved': {
    vi: 'Hội đồng tư vấn đối với dự án "{projectName}" đã giải thể.',
    en: 'The advisory council on "{projectName}" was dissolved.',
  },
  'consultation.opened': {
    vi: 'Đề nghị cho ý kiến về dự án "{projectName}", trả lời chậm nhất ngày {dueOn}.',
    en: 'Your view on "{projectName}" is asked; please answer by {dueOn}.',
  },
  'consultation.reminder': {
    vi: 'Nhắc trả lời ý kiến về dự án "{projectName}", thời hạn ngày {dueOn}.',
    en: 'A reminder: your view on "{projectName}" is asked by {dueOn}.',
  },
  'consultation.withdrawn': {
    vi: 'Không cần trả lời ý kiến về dự án "{projectName}" nữa.',
    en: 'Your view on "{projectName}" is no longer needed.',
  },
  'consultation.answered': {
    vi: '{organisation} đã trả lời ý kiến về dự án "{projectName}".',
    en: '{organisation} answered on "{projectName}".',
  },
  'clock.warning': {
    vi: 'Hồ sơ "{projectName}" đã dùng {percent} % thời hạn, đến hạn {dueOn}.',
    en: '"{projectName}" has used {percent} % of its time; due on {dueOn}.',
  },
  'conflict.arisen': {
    vi: 'Có người của cơ quan vừa phát sinh xung đột lợi ích với hồ sơ "{projectName}". Xem ai còn được xử lý.',
    en: 'Somebody of the authority has come into conflict with "{projectName}". See who may still act.',
  },
  'letter.issued': {
    vi: 'Có văn bản mới số {number} ngày {issuedOn} về hồ sơ "{projectName}".',
    en: 'Letter {number} of {issuedOn} on the dossier "{projectName}" was issued.',
  },
  'tracking.renewed': {
    vi: 'Hồ sơ "{projectName}" (mã {fileCode}) được cấp mã tra cứu mới; mã cũ không còn dùng được. Nhận mã mới tại bộ phận một cửa.',
    en: 'The dossier "{projectName}" ({fileCode}) has a new tracking secret; the old one opens nothing. Ask the reception desk for it.',
  },
  'holding_reply.drafted': {
    vi: 'Văn bản trả lời tạm của hồ sơ "{projectName}" đã được dự thảo, chờ ký; đến hạn {dueOn}.',
    en: 'A holding reply for "{projectName}" is drafted and waits for a signature; due on {dueOn}.',
  },
  'condition.imposed': {
    vi: 'Văn bản của hồ sơ "{projectName}" có điều kiện số {number}, phải chứng minh trước ngày {deadlineOn}.',
    en: 'The approval of "{projectName}" sets condition {number}, to be proven by {deadlineOn}.',
  },
  'condition.proof_submitted': {
    vi: 'Đã nhận minh chứng cho điều kiện số {number} của hồ sơ "{projectName}".',
    en: 'Proof of condition {number} of "{projectName}" was handed in.',
  },
  'condition.accepted': {
    vi: 'Minh chứng cho điều kiện số {number} của hồ sơ "{projectName}" đã được chấp nhận.',
    en: 'The proof of condition {number} of "{projectName}" was accepted.',
  },
  'condition.rejected': {
    vi: 'Minh chứng cho điều kiện số {number} của hồ sơ "{projectName}" chưa được chấp nhận; hạn {deadlineOn}.',
    en: 'The proof of condition {number} of "{projectName}" was not accepted; it is due by {deadlineOn}.',
  },
  'condition.deadline_moved': {
    vi: 'Thời hạn của điều kiện số {number} thuộc hồ sơ "{projectName}" nay là {deadlineOn}.',
    en: 'Condition {number} of "{projectName}" is now due by {deadlineOn}.',
  },
  'condition.warning': {
    vi: 'Điều kiện số {number} của hồ sơ "{projectName}" đến hạn ngày {deadlineOn}.',
    en: 'Condition {number} of "{projectName}" is due by {deadlineOn}.',
  },
  'condition.overdue': {
    vi: 'Điều kiện số {number} của hồ sơ "{projectName}" đã quá hạn {deadlineOn}.',
    en: 'Condition {number} of "{projectName}" is overdue since {deadlineOn}.',
  },
  'condition.all_met': {
    vi: 'Mọi điều kiện của hồ sơ "{projectName}" đã được đáp ứng.',
    en: 'All conditions of "{projectName}" are met.',
  },
  'clock.overdue': {
    vi: 'Hồ sơ "{projectName}" đã quá hạn {dueOn}.',
    en: '"{projectName}" is overdue since {dueOn}.',
  },
};
const UNKNOWN: Text = {
  vi: 'Có cập nhật ở hồ sơ "{projectName}".',
  en: 'There is news on the dossier "{projectName}".',
};

/** Texts by kind: `dossier.<command>` and the kinds of our own. */
export const NOTIFICATION_TEXTS: ReadonlyMap<string, Text> = new Map([
  ...Object.entries(COMMANDS).map(([command, text]): [string, Text] => [`dossier.${command}`, text]),
  ...Object.entries(OTHERS),
]);

/** The sentence of a notification; a value that is not there stays empty, an unknown kind gives a general sentence. */
export function notificationText(
  kind: string,
  params: Record<string, unknown>,
  language: NotificationLanguage,
): string {
  const text = (NOTIFICATION_TEXTS.get(kind) ?? UNKNOWN)[language];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => valueText(params[name]));
}

/** A day as people here write it; whatever else is there as it is. */
const valueText = (value: unknown): string =>
  isCivilDate(value) ? formatCivilDate(value) : plainText(value);
const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
