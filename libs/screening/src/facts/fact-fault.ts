import { type FieldFault } from '#kernel';
import { FAULT_TEXTS } from '../catalogue/faults.js';
import { type Language } from '../catalogue/language.js';

export type FaultCode = keyof typeof FAULT_TEXTS.vi;
/** A faulty fact. `shape` is answered with 400, `impossible` with 422 (design section 13). */
export interface FactFault extends FieldFault {
  kind: 'shape' | 'impossible';
  code: FaultCode;
  params: Record<string, string>;
}

const fill = (text: string, params: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');

/** The sentence for one fault in the reader's language. */
export const renderFault = (fault: Pick<FactFault, 'code' | 'params'>, language: Language): string =>
  fill(FAULT_TEXTS[language][fault.code], fault.params);

export function fault(
  kind: FactFault['kind'],
  pointer: string,
  code: FaultCode,
  params: Record<string, string> = {},
): FactFault {
  return { kind, pointer, code, params, message: renderFault({ code, params }, 'vi') };
}

/** One more step of a JSON pointer (RFC 6901). */
export const pointerTo = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
