import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CONSULTATION_FORMS, EARLIER_LETTER, RETURN_REASONS } from '#contracts';
import { formatDate } from '../../../format/format.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { type ChoiceSource } from './command-fields.js';
import { clocksQuery, staffingQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';

interface Choice {
  value: string;
  label: string;
}

/** What can be chosen in a field: people with their load, heads who may consent, clocks that run, closed lists. */
export function useChoices(dossier: DossierView, from: ChoiceSource): Choice[] {
  const { id } = dossier;
  const words = useProcedureWords(dossier);
  const { t, i18n } = useTranslation(['dossier', 'review']);
  const staffing = useQuery({ ...staffingQuery(id), enabled: from === 'heads' || from === 'appraisers' });
  const clocks = useQuery({ ...clocksQuery(id), enabled: from === 'clocks' });
  switch (from) {
    case 'appraisers':
    case 'heads': {
      const wanted = from === 'heads' ? 'endorse' : 'conclude';
      const people = staffing.data?.steps.find(({ step }) => step === wanted)?.people ?? [];
      return people.map(({ id: value, name: label }) => ({ value, label }));
    }
    case 'clocks':
      return (clocks.data?.items ?? [])
        .filter(({ state }) => state === 'running' || state === 'stopped' || state === 'expired')
        .map((clock) => ({
          value: clock.id,
          label: `${clock.name[i18n.language === 'en' ? 'en' : 'vi']} (${formatDate(clock.dueOn)})`,
        }));
    case 'assignKind':
      return (['lead', 'expert'] as const).map((value) => ({
        value,
        label: t(`dossier:overview.kind.${value}`),
      }));
    case 'returnReason':
      return RETURN_REASONS.map((value) => ({ value, label: t(`dossier:returnReason.${value}`) }));
    case 'outcome':
      return words.outcomes.map((value) => ({ value, label: words.outcome(value) }));
    case 'consultationForm':
      return CONSULTATION_FORMS.map((value) => ({ value, label: t(`review:form.${value}`) }));
    case 'earlierLetter':
      return EARLIER_LETTER.map((value) => ({ value, label: t(`dossier:earlierLetter.${value}`) }));
  }
}
