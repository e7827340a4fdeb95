import { type CivilDate, Refusal } from '#kernel';

const PLACES = /\{(unit|yy|yymmdd|n+)\}/g;

/**
 * Fills the template of the file code, e.g. `H49.{unit}-{yymmdd}-{nnnn}`: unit code, day of acceptance,
 * running number of the unit on that day with as many digits as there are n's.
 * @throws Refusal `file_code_template_invalid` when the template names no running number.
 */
export function fileCodeOf(template: string, unit: string, day: CivilDate, number: number): string {
  if (!/\{n+\}/.test(template)) throw new Refusal('file_code_template_invalid', { template });
  const yymmdd = day.slice(2).replaceAll('-', '');
  return template.replace(PLACES, (_, place: string) => {
    if (place === 'unit') return unit;
    if (place === 'yy') return yymmdd.slice(0, 2);
    return place === 'yymmdd' ? yymmdd : String(number).padStart(place.length, '0');
  });
}
