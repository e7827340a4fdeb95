import { Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  /** What can be done in it, beside its heading. */
  aside?: ReactNode;
  /** On a sheet of its own; without, its parts may be sheets. */
  sheet?: boolean;
  children: ReactNode;
}

/** A part of a page under its heading. */
export function Section({ title, aside, sheet = false, children }: Props) {
  const id = useId();
  const content = (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={2} id={id} {...(!sheet && { size: 'h3' })}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </>
  );
  if (!sheet)
    return (
      <Stack gap="sm" component="section">
        {content}
      </Stack>
    );
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={id}>
      <Stack gap="md">{content}</Stack>
    </Paper>
  );
}
