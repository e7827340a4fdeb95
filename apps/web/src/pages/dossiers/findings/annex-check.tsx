import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { ActForm } from '../commands/act-form.js';
import { acts } from '../commands/acts.query.js';
import { DocumentChoice } from '../commands/document-choice.js';
import { Fold } from '../../../ui/fold.js';
import { useTriedAct } from '../commands/use-act.js';

interface Props {
  dossierId: string;
  lineId: string;
  listVersion: string;
  /** What the list is called. */
  name: string;
}

const UNCHECKED = { result: 'not_found' as 'not_found' | 'found', remark: '', documentId: '' };

/** A list in force whose rows are not loaded was looked into on paper: what was found there, and how it was looked for. */
export function AnnexCheck({ dossierId, lineId, listVersion, name }: Props) {
  const { t } = useTranslation(['dossier', 'review']);
  const entry = useKeptEntry(`annex.${dossierId}.${lineId}.${listVersion}`, UNCHECKED);
  const { result, remark, documentId } = entry.value;
  const set = (part: Partial<typeof UNCHECKED>) => entry.set({ ...entry.value, ...part });
  const act = useTriedAct(
    dossierId,
    (content: Parameters<typeof acts.checkAnnex>[1], call) => acts.checkAnnex(dossierId, content, call),
    entry.forget,
  );
  return (
    <ActForm
      act={act}
      content={{ lineId, listVersion, result, remark, ...(documentId !== '' && { documentId }) }}
      name={t('dossier:annex.submit')}
      saying={(answer) => t(`review:annexSaying.${answer.result}`, { list: name })}
      ready={remark.trim() !== ''}
    >
      <Group align="flex-end">
        <NativeSelect
          label={t('dossier:annex.result', { list: name })}
          data={(['not_found', 'found'] as const).map((value) => ({
            value,
            label: t(`dossier:annex.${value}`),
          }))}
          value={result}
          onChange={({ currentTarget }) => set({ result: currentTarget.value as 'found' })}
        />
        <TextInput
          label={t('dossier:annex.remark')}
          flex="1 1 12rem"
          maxLength={4000}
          value={remark}
          onChange={({ currentTarget }) => set({ remark: currentTarget.value })}
        />
      </Group>
      <Fold label={t('review:document.choose')}>
        {() => (
          <DocumentChoice
            dossierId={dossierId}
            id={`annex-${lineId}-${listVersion}`}
            label={t('review:document.choose')}
            kind="evidence"
            value={documentId}
            onChange={(id) => set({ documentId: id })}
          />
        )}
      </Fold>
    </ActForm>
  );
}
