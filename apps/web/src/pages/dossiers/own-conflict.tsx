import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { TriedReasonDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { declareConflict } from './dossier.query.js';
import { useDeparture } from './use-departure.js';

/** For whoever learns of an own conflict of interest after the work began, or without having been asked. */
export function OwnConflict({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossier');
  const [asked, setAsked] = useState(false);
  const entry = useKeptEntry(`conflict.${dossierId}`, '');
  const declaring = useDeparture(dossierId, entry, 'declare.steppedAside', (reason, call) =>
    declareConflict(dossierId, reason, call),
  );
  const mayBe = hasRole(usePerson(), 'clerk', 'appraiser', 'expert', 'council_secretary', 'head', 'leader');
  if (!mayBe) return null;
  return (
    <div className="tg-no-print">
      <Button variant="subtle" px={0} onClick={() => setAsked(true)}>
        {t('declare.later')}
      </Button>
      {asked && (
        <TriedReasonDialog
          title={t('declare.laterTitle')}
          lead={t('declare.laterLead')}
          label={t('declare.laterReason')}
          name={t('declare.conflict')}
          entry={entry}
          act={declaring}
          saying={({ headsTold }) => [
            t('declare.saying.closed'),
            t(headsTold ? 'declare.saying.heads' : 'declare.saying.nobody'),
          ]}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
