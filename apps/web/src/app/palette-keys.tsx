import { Group, Kbd, Stack, Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** The keys of the application, with what they do; those of one page work there only. */
const KEYS = [
  ['search', ['Ctrl', 'K']],
  ['steps', ['→']],
  ['next', ['Alt', 'J']],
  ['previous', ['Alt', 'K']],
  ['confirm', ['Ctrl', 'Enter']],
  ['close', ['Esc']],
  ['help', ['?']],
] as const;

/** What a person who works by the keyboard can press, where `?` is typed into the palette. */
export function PaletteKeys() {
  const { t } = useTranslation();
  return (
    <Stack
      p="md"
      gap="xs"
      role="region"
      aria-label={t('palette.keys.title')}
      mah="50vh"
      style={{ overflowY: 'auto' }}
    >
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start', marginTop: 0 }}>
          {t('palette.keys.title')}
        </Table.Caption>
        <Table.Tbody>
          {KEYS.map(([act, keys]) => (
            <Table.Tr key={act}>
              <Table.Th scope="row" w={140}>
                <Group gap={4} wrap="nowrap">
                  {keys.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 && <span aria-hidden>+</span>}
                      <Kbd size="xs">{key}</Kbd>
                    </Fragment>
                  ))}
                </Group>
              </Table.Th>
              <Table.Td>{t(`palette.keys.${act}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="var(--tg-muted)">
        {t('palette.keys.note')}
      </Text>
    </Stack>
  );
}
