import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Schema } from '../api/schema-names.js';
import { bareText } from '../format/bare-text.js';
import { useSession } from '../session/session.provider.js';
import { Dialog } from '../ui/dialog.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { StatusTag } from '../ui/status-tag.js';
import { destinationsOf } from './navigation.js';
import { PaletteKeys } from './palette-keys.js';
import { useFoundDossiers } from './palette-search.js';
import classes from './palette.module.css';
import { type ActedOn, PaletteSteps } from './palette-steps.js';

/** Typed alone it asks for the keys. */
const HELP = '?';

/** The destinations of the person, and the keys, that fit what is typed. */
function usePages(text: string): { to: string; name: string }[] {
  const { t } = useTranslation();
  const { person } = useSession();
  return [
    ...destinationsOf(person).map(({ to, label }) => ({ to, name: t(`nav.${label}`) })),
    { to: HELP, name: t('palette.keys.title') },
  ].filter(({ name }) => bareText(name).includes(bareText(text)));
}

/** What is typed, what it finds, and what is done with the find that is marked. */
function usePalette(onClose: () => void) {
  const { person } = useSession();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const combobox = useCombobox({ defaultOpened: true });
  const [acting, setActing] = useState<ActedOn | null>(null);
  const help = text.trim() === HELP;
  const pages = usePages(text);
  const found = useFoundDossiers(help ? '' : text, Boolean(person));
  const { selectFirstOption } = combobox;
  const first = found.dossiers[0]?.id;
  useEffect(() => {
    if (first !== undefined) selectFirstOption();
  }, [first, selectFirstOption]);
  const type = (typed: string) => {
    setText(typed);
    setActing(null);
    selectFirstOption();
  };
  const go = (to: string) => {
    if (to === HELP) return setText(HELP);
    onClose();
    navigate(to);
  };
  const turn = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') onClose();
    const { selectionStart, value } = event.currentTarget;
    if (event.key === 'ArrowRight' && selectionStart === value.length && acting === null)
      setActing(found.dossiers[Math.max(0, combobox.getSelectedOptionIndex())] ?? null);
    if (event.key === 'ArrowLeft' && acting !== null) {
      event.preventDefault();
      setActing(null);
    }
  };
  return { combobox, text, help, acting, pages, found, type, go, turn };
}

export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { combobox, text, help, acting, pages, found, type, go, turn } = usePalette(onClose);
  const { query, dossiers, failed, searching } = found;
  const isNothing = acting === null && pages.length + dossiers.length === 0;
  return (
    <Dialog
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="12vh"
      title={null}
      aria-label={t('palette.open')}
    >
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            variant="unstyled"
            px="md"
            size="lg"
            leftSection={<IconSearch size={18} aria-hidden />}
            placeholder={t('palette.placeholder')}
            aria-label={t('header.search')}
            value={text}
            onChange={({ currentTarget }) => type(currentTarget.value)}
            onKeyDown={turn}
          />
        </Combobox.EventsTarget>
        {failed && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
        {help && <PaletteKeys />}
        <Combobox.Options
          hidden={help || isNothing}
          aria-label={t('header.search')}
          p="xs"
          mah="50vh"
          style={{ overflowY: 'auto' }}
        >
          {acting !== null && <PaletteSteps dossier={acting} onShown={combobox.selectFirstOption} />}
          {acting === null && dossiers.length > 0 && <FoundDossiers dossiers={dossiers} />}
          {acting === null && pages.length > 0 && <FoundPages pages={pages} />}
        </Combobox.Options>
        {acting === null && !help && !failed && (searching || isNothing) && (
          // Beside the list: a list of choices holds nothing else.
          <Combobox.Empty role="status">
            {t(searching ? 'palette.searching' : 'palette.nothing')}
          </Combobox.Empty>
        )}
        {!help && <Hints acting={acting !== null} found={dossiers.length > 0} />}
      </Combobox>
    </Dialog>
  );
}

function FoundPages({ pages }: { pages: ReturnType<typeof usePages> }) {
  const { t } = useTranslation();
  return (
    <Combobox.Group label={t('palette.pages')}>
      {pages.map(({ to, name }) => (
        <Combobox.Option key={to} value={to}>
          {name}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}

function Hints({ acting, found }: { acting: boolean; found: boolean }) {
  const { t } = useTranslation();
  const steps = acting ? t('palette.backHint') : found && t('palette.actHint');
  return (
    <Combobox.Footer p="xs">
      <Text size="xs" c="var(--tg-muted)">
        {[steps, t('palette.keysHint')].filter(Boolean).join(' · ')}
      </Text>
    </Combobox.Footer>
  );
}

function FoundDossiers({ dossiers }: { dossiers: readonly Schema<'DossierListItemDto'>[] }) {
  const { t } = useTranslation();
  return (
    <Combobox.Group label={t('palette.dossiers')}>
      {dossiers.map(({ id, fileCode, projectName, status, procedureId }) => (
        <Combobox.Option key={id} value={`/dossiers/${id}`}>
          <Text size="sm" fw={500}>
            {projectName} <StatusTag status={status} of={{ procedureId }} />
          </Text>
          <Text size="xs" className={classes.code}>
            {fileCode}
          </Text>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}
