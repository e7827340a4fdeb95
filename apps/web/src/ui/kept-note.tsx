import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FocusKept } from './focus-kept.js';
import { type KeptEntry } from './use-kept-entry.js';

type Noted = Pick<KeptEntry<unknown>, 'isRestored' | 'forget'>;
interface Props {
  entry: Noted;
}

/** An entry with which, once it is forgotten, what was refused of it goes too. */
export const withoutRefusal = (entry: Noted, ...acts: { reset: () => void }[]): Noted => ({
  isRestored: entry.isRestored,
  forget: () => {
    entry.forget();
    for (const act of acts) act.reset();
  },
});

/** That what stands in a form was entered an earlier time, and the way to an empty one. */
export function KeptNote({ entry: { isRestored, forget } }: Props) {
  const { t } = useTranslation('app');
  if (!isRestored) return null;
  return (
    <FocusKept>
      <Group gap="sm" role="status">
        <Text size="sm">{t('kept.text')}</Text>
        <Button size="xs" variant="default" onClick={forget}>
          {t('kept.drop')}
        </Button>
      </Group>
    </FocusKept>
  );
}
