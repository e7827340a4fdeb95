import { type ProblemDocument } from '../http/problem-document.js';
import { type Language } from '../http/language.js';

const TEXTS = {
  vi: { wait: (seconds: number) => `Có thể thử lại sau khoảng ${seconds} giây.`, again: 'Thử lại' },
  en: { wait: (seconds: number) => `Try again in about ${seconds} seconds.`, again: 'Try again' },
} as const;
const STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}main{max-width:40rem;margin:4rem auto;padding:0 1rem}';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The page of HTML that a person sees at an address whose application could not even be sent: what was refused, what to do,
 * and in how many seconds. It needs no further file, since those would be refused as well.
 */
export function refusedPage(problem: ProblemDocument, language: Language): string {
  const { wait, again } = TEXTS[language];
  const seconds = problem['retryAfterSeconds'];
  const paragraphs = [problem.detail, ...(typeof seconds === 'number' ? [wait(Math.ceil(seconds))] : [])];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(problem.title)} – TechGate</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(problem.title)}</h1>`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    `<p><a href="">${again}</a></p></main></body></html>`,
  ].join('');
}
