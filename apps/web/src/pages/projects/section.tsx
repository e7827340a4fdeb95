import { Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type ActOnProject } from './act-dialog.js';
import { type Project } from './projects.query.js';

/** What a part of the page of a project is given. */
export interface SectionProps {
  project: Project;
  /** Whether the reader keeps the register and the project is in it. */
  keeps: boolean;
  onAct: (act: ActOnProject) => void;
}

/** A part of a page with its heading and what can be done in it. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2} id={id}>
            {title}
          </Title>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
