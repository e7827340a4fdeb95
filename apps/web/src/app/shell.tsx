import { Alert, AppShell, Burger, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useInstallation } from '../api/installation.query.js';
import { useSession } from '../session/session.provider.js';
import { LoadingState } from '../ui/states.js';
import { AccountMenu } from './account-menu.js';
import { useLiveEvents } from './live-events.js';
import { NotificationsLink } from './notifications-link.js';
import { Pages } from './pages.js';
import { PaletteButton } from './palette-button.js';
import { Places } from './places.js';
import classes from './shell.module.css';

const MAIN = 'main';

/** The frame of every page: where one is, where one can go, who one is. */
export function Shell() {
  const { t } = useTranslation();
  const { person } = useSession();
  useLiveEvents(person?.id ?? null);
  const [opened, { toggle, close }] = useDisclosure();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(MAIN)?.focus();
  };
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a className="tg-skip" href={`#${MAIN}`} onClick={skip}>
        {t('skip')}
      </a>
      <AppShell.Header px="md" className={classes.header}>
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('nav.open')}
              aria-expanded={opened}
            />
            <UnstyledButton component={Link} href="/" className={classes.brand} onClick={close}>
              {t('name')}
            </UnstyledButton>
            <Text size="sm" c="var(--tg-muted)" visibleFrom="md">
              {t('tagline')}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <PaletteButton />
            {person && <NotificationsLink />}
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        p="sm"
        aria-label={t('nav.label')}
        className={classes.navigation}
        data-opened={opened || undefined}
      >
        <Places onFollow={close} />
      </AppShell.Navbar>
      <AppShell.Main id={MAIN} tabIndex={-1} className={classes.main}>
        <DemonstrationNotice />
        <Settled>
          <Pages />
        </Settled>
      </AppShell.Main>
    </AppShell>
  );
}

/** Draws the page once it is known whether a notice stands above it: nobody's click meets what has just moved. */
function Settled({ children }: { children: ReactNode }) {
  const { isPending, failureCount } = useInstallation();
  return isPending && failureCount === 0 ? <LoadingState /> : children;
}

function DemonstrationNotice() {
  const { t } = useTranslation();
  if (useInstallation().data?.mode !== 'demonstration') return null;
  return (
    <Alert color="yellow" variant="outline" mb="lg" p="xs" className={classes.notice} role="note">
      {t('demonstration')}
    </Alert>
  );
}
