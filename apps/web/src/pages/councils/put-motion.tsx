import { Button, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../../ui/lazily.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { type Council, type Session } from './council.types.js';

const MotionDialog = lazily(async () => (await import('./motion-dialog.js')).MotionDialog);

interface Props {
  dossier: DossierView;
  council: Council;
  session: Session;
}

/** Puts a motion to the vote; in a meeting only once there is a quorum. */
export function PutMotion({ dossier, council, session }: Props) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState(false);
  if (session.mode === 'meeting' && !session.quorum.reached)
    return <Text size="sm">{t('motion.notQuorate')}</Text>;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('motion.put')}</Button>
      <Suspense fallback={null}>
        {open && <MotionDialog {...{ dossier, council, session }} onClose={() => setOpen(false)} />}
      </Suspense>
    </div>
  );
}
