import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DossierView } from '../dossiers/dossier.types.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { closeSession } from './council.query.js';
import { type Session } from './council.types.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';

/** Ends a session, after saying what it would be worth now. */
export function CloseSession({ dossier, session }: { dossier: DossierView; session: Session }) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState(false);
  const path = { id: dossier.id, sessionId: session.id };
  const closing = useTriedAct(
    dossier.id,
    (_none: null, call) => closeSession(path, call),
    () => setOpen(false),
  );
  const pending = session.motions.some(({ closedAt }) => closedAt === null);
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('session.close')}
      </Button>
      {open && (
        <TriedDialog
          title={t('session.close')}
          lead={t('session.closeLead')}
          name={t('session.close')}
          act={closing}
          content={null}
          saying={({ valid, numerator, denominator }) => [
            t(valid ? 'session.saying.valid' : 'session.saying.invalid', {
              there: numerator,
              all: denominator,
            }),
            t('condition.saying.toldNobody'),
          ]}
          onClose={() => setOpen(false)}
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
        </TriedDialog>
      )}
    </div>
  );
}
