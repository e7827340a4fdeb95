import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../../api/act-headers.js';
import { answer, api } from '../../api/client.js';
import { forgetDossier } from '../../api/lost-access.js';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ReasonDialog } from '../../ui/act-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { useLeave } from './invitations.js';

const declareConflict = (id: string, reason: string, key: string) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/conflict', {
      params: { path: { id }, header: keyed(key) },
      body: { reason },
    }),
  );

/** For whoever learns of an own conflict of interest after the work began, or without having been asked. */
export function OwnConflict({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossier');
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const leave = useLeave();
  const key = useActKey();
  const entry = useKeptEntry(`conflict.${dossierId}`, '');
  const declaring = useOnce({
    mutationFn: (reason: string) => declareConflict(dossierId, reason, key.of(reason)),
    onSuccess: () => {
      entry.forget();
      leave('declare.steppedAside', 'declare.steppedAsideText');
      forgetDossier(queries, dossierId);
    },
  });
  const mayBe = hasRole(usePerson(), 'clerk', 'appraiser', 'expert', 'council_secretary', 'head', 'leader');
  if (!mayBe) return null;
  return (
    <div className="tg-no-print">
      <Button variant="subtle" px={0} onClick={() => setAsked(true)}>
        {t('declare.later')}
      </Button>
      {asked && (
        <ReasonDialog
          title={t('declare.laterTitle')}
          lead={t('declare.laterLead')}
          label={t('declare.laterReason')}
          submit={t('declare.conflict')}
          entry={entry}
          pending={declaring.isPending}
          error={declaring.error}
          onClose={() => setAsked(false)}
          onReason={(reason) => declaring.mutate(reason)}
        />
      )}
    </div>
  );
}
