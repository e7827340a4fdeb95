export type Language = 'vi' | 'en';

/** The language of an answer by Accept-Language: the better of vi and en, Vietnamese when neither is asked for. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights = { vi: 0, en: 0 };
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const [tag = '', ...parameters] = part.trim().split(';');
    const base = tag.split('-')[0];
    const quality = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    if (base === 'vi' || base === 'en')
      weights[base] = Math.max(weights[base], Number.isFinite(quality) ? quality : 0);
  }
  return weights.en > weights.vi ? 'en' : 'vi';
}
