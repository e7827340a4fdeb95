import { currentLanguage } from '../i18n/language.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 24 * 60 * 60 * 1000;
const instantFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const numberFormats = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
};

/** A civil date `yyyy-MM-dd` as dd/MM/yyyy; an empty text for none. */
export function formatDate(date: string | null | undefined): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '') ?? [];
  return year === undefined ? '' : `${day}/${month}/${year}`;
}

/** An instant as `dd/MM/yyyy HH:mm` in Asia/Ho_Chi_Minh, in both languages. */
export const formatInstant = (instant: string | Date): string =>
  instantFormat.format(new Date(instant)).replace(',', '');

/** `1.234,5` in Vietnamese and `1,234.5` in English: what is read as another number than it is would be worse than two ways. */
export const formatNumber = (value: number): string => numberFormats[currentLanguage()].format(value);

/** Size of a file in B, kB or MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${formatNumber(Math.round(value * 10) / 10)} ${unit}`;
}

/** Days from one civil date to another; negative when the second one is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Whether a text is a civil date `yyyy-MM-dd` that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Today as a civil date in Asia/Ho_Chi_Minh, by the clock of this device. */
export const todayHere = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(new Date());
