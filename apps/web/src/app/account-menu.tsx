import { Button, Group, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { queryClient } from '../api/query-client.js';
import { changeLanguage, currentLanguage, type Language } from '../i18n/language.js';
import { useSession } from '../session/session.provider.js';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who one is, the language and the look; the sign-in for whoever has none. */
export function AccountMenu() {
  const { t } = useTranslation(['app', 'words']);
  const { person, signOut } = useSession();
  const [, navigate] = useLocation();
  const name = person?.displayName;
  return (
    <Group gap="xs" wrap="nowrap">
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <UnstyledButton
            aria-label={name === undefined ? t('header.language') : t('header.account', { name })}
            p={6}
          >
            <Group gap={6} wrap="nowrap">
              <IconUserCircle size={22} aria-hidden />
              {name !== undefined && (
                <Text size="sm" fw={500} visibleFrom="sm" maw={180} truncate>
                  {name}
                </Text>
              )}
              <IconChevronDown size={14} aria-hidden />
            </Group>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {person && (
            <Menu.Label c="var(--tg-muted)">
              {person.roles.map((role) => t(`words:role.${role}`)).join(', ')}
              {person.organisation && <br />}
              {person.organisation?.name}
            </Menu.Label>
          )}
          <LanguageItem />
          <Menu.Divider />
          <SchemeItems />
          {person && (
            <>
              <Menu.Divider />
              <Menu.Item
                component={Link}
                href="/account"
                leftSection={<IconUserCircle size={16} aria-hidden />}
              >
                {t('header.ownAccount')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconLogout size={16} aria-hidden />}
                onClick={() => void signOut().then((heard) => heard && navigate('/'))}
              >
                {t('header.signOut')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {person === null && (
        <Button component={Link} href="/sign-in" size="xs">
          {t('header.signIn')}
        </Button>
      )}
    </Group>
  );
}

function LanguageItem() {
  const { t } = useTranslation();
  const other: Language = currentLanguage() === 'vi' ? 'en' : 'vi';
  // What the API wrote in the other language is asked for again.
  const change = () => void changeLanguage(other).then(() => queryClient.invalidateQueries());
  return (
    <Menu.Item onClick={change} lang={other}>
      {other === 'en' ? t('header.toEnglish') : t('header.toVietnamese')}
    </Menu.Item>
  );
}

function SchemeItems() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label c="var(--tg-muted)">{t('header.scheme')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
      >
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`header.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
