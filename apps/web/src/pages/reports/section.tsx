import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode } from 'react';

interface Props {
  title: string;
  /** What is counted here, and how. */
  basis?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of the dashboard under its heading. */
export function Section({ title, basis, actions, children }: Props) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={2}>{title}</Title>
          {basis !== undefined && (
            <Text size="sm" c="dimmed" maw={720}>
              {basis}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
