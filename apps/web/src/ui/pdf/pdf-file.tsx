import { lazy, Suspense } from 'react';
import { openAreas } from '../../i18n/language.js';
import { LoadingState } from '../states.js';
import { type PdfPagesProps } from './pdf-pages.js';

const Pages = lazy(async () => {
  const [{ PdfPages }] = await Promise.all([import('./pdf-pages.js'), openAreas('pdf')]);
  return { default: PdfPages };
});

/** Shows a PDF. What draws it, and its texts, come when the first one is shown. */
export function PdfFile(props: PdfPagesProps) {
  return (
    <Suspense fallback={<LoadingState rows={6} />}>
      <Pages {...props} />
    </Suspense>
  );
}
