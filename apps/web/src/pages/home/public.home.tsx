import { Anchor, Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../ui/page.js';
import { PUBLIC_DESTINATIONS } from '../public/public-destinations.js';
import classes from './public.home.module.css';

/** The start page of visitors: what they can do without an account, and the way in for whoever has one. */
export function PublicHome() {
  const { t } = useTranslation(['public', 'app']);
  return (
    <Page title={t('app:tagline')} lead={<Text maw={680}>{t('home.lead')}</Text>}>
      <Title order={2} mt="md">
        {t('home.cardsLabel')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {PUBLIC_DESTINATIONS.map(({ to, label, icon: Icon }) => (
          <Paper key={to} withBorder p="lg" className={classes.card}>
            <Stack gap="xs">
              <Icon size={28} stroke={1.5} aria-hidden className={classes.icon} />
              <Title order={3}>
                <Anchor component={Link} href={to} inherit className={classes.link}>
                  {t(`home.cards.${label}.title`)}
                </Anchor>
              </Title>
              <Text size="sm" c="dimmed">
                {t(`home.cards.${label}.text`)}
              </Text>
            </Stack>
          </Paper>
        ))}
        <Paper p="lg" className={classes.entry}>
          <Stack gap="xs" align="flex-start">
            <Title order={3}>{t('home.forPeople')}</Title>
            <Text size="sm">{t('home.forPeopleText')}</Text>
            <Button component={Link} href="/sign-in" mt="xs">
              {t('app:header.signIn')}
            </Button>
          </Stack>
        </Paper>
      </SimpleGrid>
    </Page>
  );
}
