import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../../ui/states.js';
import { documentsQuery } from '../dossier.query.js';
import classes from './beside-document.module.css';
import { canBeShown, ShownDocument } from './shown-document.js';

const CHOSEN = 'techgate.beside.';

/** A form with the papers of the dossier beside it: on a wide screen at its side, on a narrow one folded above it. */
export function BesideDocument({ dossierId, children }: { dossierId: string; children: ReactNode }) {
  const { t } = useTranslation('review');
  const wide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const [asked, setAsked] = useState<boolean | null>(null);
  const body = useId();
  const open = asked ?? wide;
  const documents = useQuery({ ...documentsQuery(dossierId), enabled: open });
  // Where nothing can be looked at beside it, the form has the whole width; it is never drawn anew, since it is written in.
  const isAlone = documents.data !== undefined && !documents.data.items.some(canBeShown);
  return (
    <div className={isAlone ? classes.alone : open ? classes.split : undefined}>
      <aside className={`${classes.viewer} tg-no-print`} aria-label={t('viewer.title')}>
        {isAlone ? (
          <Text size="sm" c="dimmed">
            {t('viewer.none')}
          </Text>
        ) : (
          <Button
            variant="default"
            size="xs"
            aria-expanded={open}
            aria-controls={body}
            onClick={() => setAsked(!open)}
          >
            {t(open ? 'viewer.hide' : 'viewer.show')}
          </Button>
        )}
        <div id={body}>{open && !isAlone && <Chosen dossierId={dossierId} />}</div>
      </aside>
      <div className={classes.form}>{children}</div>
    </div>
  );
}

function Chosen({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('review');
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(CHOSEN + dossierId));
  const query = useQuery(documentsQuery(dossierId));
  if (query.data === undefined) return <Answer query={query}>{() => null}</Answer>;
  const documents = query.data.items.filter(canBeShown);
  const shown = documents.find(({ id }) => id === chosen) ?? documents[0];
  if (!shown) return null;
  const choose = (id: string) => {
    sessionStorage.setItem(CHOSEN + dossierId, id);
    setChosen(id);
  };
  return (
    <Stack gap="xs" mt="xs">
      <NativeSelect
        label={t('viewer.choose')}
        data={documents.map(({ id, fileName }) => ({ value: id, label: fileName ?? id }))}
        value={shown.id}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <ShownDocument dossierId={dossierId} documentId={shown.id} />
    </Stack>
  );
}
