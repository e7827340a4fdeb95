import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../ui/lazily.js';
import { isDialogOpen } from '../ui/page-keys.js';

const AFTER_MS = 3000;
const Palette = lazily(async () => (await import('./palette.js')).Palette);

/** Opens the palette; it is loaded the first time somebody asks for it. */
export function PaletteButton() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  // A dialog holds what is written in it: the palette would lead away from it.
  useHotkeys([['mod+K', () => !isDialogOpen() && open()]], []);
  // Before it is needed: somebody may look for something when the network is bad.
  useEffect(() => {
    const waiting = setTimeout(() => void Palette.preload(), AFTER_MS);
    return () => clearTimeout(waiting);
  }, []);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        visibleFrom="sm"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={open}
        aria-haspopup="dialog"
      >
        {t('header.searchShort')}
      </Button>
      <ActionIcon hiddenFrom="sm" variant="subtle" size="lg" onClick={open} aria-label={t('palette.open')}>
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      {opened && (
        <Suspense fallback={null}>
          <Palette onClose={close} />
        </Suspense>
      )}
    </>
  );
}
