import { Paper, Stack } from '@mantine/core';
import { type ReactNode } from 'react';

/** A box with a border around what belongs together. */
export function Card({ children }: { children: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">{children}</Stack>
    </Paper>
  );
}
