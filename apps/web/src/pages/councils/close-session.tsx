import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DossierView } from '../dossiers/dossier.types.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { closeSession } from './council.query.js';
import { type Session } from './council.types.js';
import { useAct } from '../dossiers/use-act.js';

/** Ends a session, after saying what it would be worth now. */
export function CloseSession({ dossier, session }: { dossier: DossierView; session: Session }) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState(false);
  const path = { id: dossier.id, sessionId: session.id };
  const closing = useAct(
    dossier.id,
    (_none: null, key) => closeSession(path, key),
    () => setOpen(false),
  );
  const pending = session.motions.some(({ closedAt }) => closedAt === null);
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('session.close')}
      </Button>
      {open && (
        <ActDialog
          title={t('session.close')}
          lead={t('session.closeLead')}
          submit={t('session.close')}
          pending={closing.isPending}
          error={closing.error}
          onClose={() => setOpen(false)}
          onSubmit={() => closing.mutate(null)}
        >
          {pending && (
            <Alert variant="outline" color="yellow" role="note">
              {t('session.pending')}
            </Alert>
          )}
          {!session.quorum.reached && (
            <Alert variant="outline" color="yellow" role="note">
              {t('session.closeNotQuorate')}
            </Alert>
          )}
        </ActDialog>
      )}
    </div>
  );
}
