import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  /** The side of it that is shown, where it has several: the window is told apart by it. */
  part?: string;
  /** One line below the title. */
  lead?: ReactNode;
  /** Above the title: where this page belongs. */
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Pages with tables may use the whole width; text is kept to a readable one. */
  wide?: boolean;
}

/** The frame of a page: its title is the title of the window and takes the focus, so that a screen reader says where one is. */
export function Page({ title, part, lead, above, actions, children, wide = false }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [part, title, t('name')].filter(Boolean).join(' · ');
  }, [part, title, t]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Stack gap="lg" maw={wide ? undefined : 960}>
      <Box>
        {above}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {lead !== undefined && (
          <Text c="var(--tg-muted)" mt={4} component="div">
            {lead}
          </Text>
        )}
      </Box>
      {children}
    </Stack>
  );
}
