import { type TFunction } from 'i18next';
import { formatDate } from '../../format/format.js';
import { type ClockView } from './dossier.types.js';

type Texts = TFunction<'dossier'>;
type Movement = ClockView['movements'][number];
const STOPPED = 'stopped_by_';

const stopReason = (status: string, t: Texts): string =>
  t(`clocks.stopReason.${status as 'other'}`, { defaultValue: t('clocks.stopReason.other') });

/** A time that does not count: from when to when, why, by which article. */
export function stopWords({ fromOn, toOn, reason, basis }: ClockView['stops'][number], t: Texts): string {
  const said = { from: formatDate(fromOn), reason: stopReason(reason, t), basis };
  return toOn === null
    ? t('clocks.stoppedStill', said)
    : t('clocks.stopped', { ...said, to: formatDate(toOn) });
}

function moveReason(code: string, t: Texts): string {
  if (code.startsWith(STOPPED))
    return t('clocks.moveReason.stopped', { reason: stopReason(code.slice(STOPPED.length), t) });
  return t(`clocks.moveReason.${code as 'other'}`, { defaultValue: t('clocks.moveReason.other') });
}

/** Why and how the due day came to be another one. */
export function movementWords({ from, to, reason: code }: Movement, t: Texts): string {
  const reason = moveReason(code, t);
  const days = { reason, from: formatDate(from), to: formatDate(to) };
  if (to === null) return t(from === null ? 'clocks.noDate' : 'clocks.standsStill', days);
  return t(from === null ? 'clocks.set' : 'clocks.moved', days);
}

/** Another reading of the same term, with what it would make of the due day. */
export function readingWords(
  { dueOn, reasons }: NonNullable<ClockView['otherReadings']>[number],
  t: Texts,
): string {
  const why = reasons
    .map((code) =>
      t(`clocks.readingReason.${code as 'other'}`, { defaultValue: t('clocks.readingReason.other') }),
    )
    .join('; ');
  return dueOn === null
    ? t('clocks.readingStill', { why })
    : t('clocks.reading', { why, on: formatDate(dueOn) });
}
