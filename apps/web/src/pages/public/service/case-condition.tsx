import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type When = Record<string, string[]>;

/** For which cases something holds, in words; nothing where it always holds. */
export function CaseCondition({ when }: { when: When }) {
  const { t, i18n } = useTranslation('public');
  const conditions = Object.entries(when);
  if (conditions.length === 0) return null;
  // The packs decide which attributes there are: one without a word here is told by its code.
  const word = (of: 'when' | 'value', code: string) => {
    const key = `service.${of}.${code}`;
    return i18n.exists(key, { ns: 'public' }) ? t(key as 'service.when.channel') : code;
  };
  return (
    <Text size="sm" c="dimmed">
      {conditions
        .map(
          ([attribute, values]) =>
            `${word('when', attribute)}: ${values.map((value) => word('value', value)).join(', ')}`,
        )
        .join('; ')}
    </Text>
  );
}
