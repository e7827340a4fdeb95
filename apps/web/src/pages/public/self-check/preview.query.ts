import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { type ReadForm } from './facts-of-form.js';
import { type SelfCheckForm } from './self-check.form.js';

export type Preview = Schema<'PreviewDto'>;
export type PreviewFinding = Schema<'PreviewFindingDto'>;
/** What was asked, so that the answer is read beside what had been entered then. */
export interface Asked {
  number: number;
  form: SelfCheckForm;
  read: ReadForm;
}

/** What a screening of these facts would find; the API keeps nothing of it. */
async function previewed(asked: Asked | null): Promise<{ asked: Asked; preview: Preview }> {
  if (asked === null) throw new Error('asked without facts');
  const { procedureId, receivedOn } = asked.form;
  const preview = await answer(
    api.POST('/api/v1/screenings/preview', {
      body: {
        procedureId: procedureId as Schema<'PreviewRequestDto'>['procedureId'],
        facts: { ...asked.read.facts },
        ...(receivedOn !== '' && { receivedOn }),
      },
    }),
  );
  return { asked, preview };
}

/** A question and not an act: it is asked again in the other language when that is chosen, and forgotten on leaving. */
export const usePreview = (asked: Asked | null) =>
  useQuery({
    queryKey: ['preview', asked?.number],
    queryFn: () => previewed(asked),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    // Whoever pressed the button is answered once: a refusal that comes again by itself would take the focus away.
    refetchInterval: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
