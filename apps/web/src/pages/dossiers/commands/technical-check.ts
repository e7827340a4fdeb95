/** What is entered about the technical check that comes before the one request: that it was made, or why not. */
export interface CheckEntry {
  made: boolean;
  appraiserId: string;
  checkedOn: string;
  /** One question a line. */
  questions: string;
  skippedBecause: string;
}
export const NO_CHECK: CheckEntry = {
  made: false,
  appraiserId: '',
  checkedOn: '',
  questions: '',
  skippedBecause: '',
};

/** The check as the command carries it; undefined while something of it is missing. */
export function checkPayload(entry: CheckEntry): object | undefined {
  const { made, appraiserId, checkedOn, skippedBecause } = entry;
  if (!made) return skippedBecause.trim() === '' ? undefined : { skippedBecause };
  const questions = entry.questions.split('\n').filter((line) => line.trim() !== '');
  const whole = appraiserId !== '' && checkedOn !== '' && questions.length > 0;
  return whole ? { appraiserId, checkedOn, questions } : undefined;
}
