import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type Draft } from '../draft/draft.types.js';
import { faultsOf } from '../draft/draft-faults.js';
import { withoutFaulty } from '../draft/value-faults.js';
import { useEditing } from '../edit/draft.context.js';
import { type FieldName } from '../fields/field.types.js';
import { type Finding, usePreview } from './preview.query.js';

const PAUSE_MS = 1200;

/** Facts as they could be saved now: what is being typed wrongly is left out. */
export function useSoundDraft(): Draft {
  const { state } = useEditing();
  const [draft] = useDebouncedValue(state.draft, PAUSE_MS);
  // The faults of this draft: a value that is sound by now may have been none in it.
  return withoutFaulty(draft, faultsOf(draft, state.refused), state.server);
}

/** The tests that rest on a fact which is asked for only because of them. */
const TESTS: Partial<Record<FieldName, readonly string[]>> = {
  standardResults: ['used.line.standard', 'used.standard', 'outdated.standard'],
  oecdSites: ['used.line.oecd_sites'],
};

/** Says by which article a fact of a line or machine is asked for, as the trial screening tells it; undefined where it is not. */
export function useAskedBy(): (subject: string, field: FieldName) => string | undefined {
  const { t, i18n } = useTranslation(['investor', 'words']);
  const { dossier } = useEditing();
  const findings = usePreview(dossier.procedureId, useSoundDraft(), i18n.language).data?.findings ?? [];
  return (id, field) => {
    const asks = ({ subject, test, verdict }: Finding) =>
      subject.id === id && verdict !== 'not_applicable' && (TESTS[field] ?? []).includes(test);
    const found = findings.find(asks);
    if (found === undefined) return undefined;
    const { basis, verification } = found;
    return t('listed.askedBy', { basis, verification: t(`words:verification.${verification}`) });
  };
}
