import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { destinationsOf } from '../../app/navigation.js';
import { usePerson } from '../../session/session.provider.js';
import { doorsOf } from './doors.js';
import classes from './public.home.module.css';

/** Where somebody goes whose day is no list of dossiers; nothing for the others. */
export function DoorCards() {
  const { t } = useTranslation();
  const person = usePerson();
  const doors = doorsOf(person.roles, destinationsOf(person));
  if (doors.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
      {doors.map(({ to, label, icon: Icon }) => (
        <Paper key={to} withBorder p="lg" className={classes.card}>
          <Stack gap="xs">
            <Icon size={28} stroke={1.5} aria-hidden className={classes.icon} />
            <Title order={2} size="h3">
              <Anchor component={Link} href={to} inherit className={classes.link}>
                {t(`nav.${label}`)}
              </Anchor>
            </Title>
            <Text size="sm" c="dimmed">
              {t(`home.work.doors.${label}`)}
            </Text>
          </Stack>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
