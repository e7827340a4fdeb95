import { type ScreeningNotice } from '#contracts';
import { renderNotice } from '#screening';
import { type Language } from '../http/language.js';

/** A notice with its sentence in the reader's language. */
export interface RenderedNotice extends ScreeningNotice {
  text: string;
}

/** The notice with its text: what the catalogue says of its code, then what the pack says of this gap. */
export function renderedNotice(notice: ScreeningNotice, language: Language): RenderedNotice {
  const general = renderNotice(notice, language);
  const own = notice.params[language];
  const texts =
    general === notice.code && own !== undefined ? [own] : [general, ...(own === undefined ? [] : [own])];
  return { ...notice, text: texts.join(' ') };
}
