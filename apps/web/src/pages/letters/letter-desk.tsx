import { Grid, Paper, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { fetchFile } from '../../api/file.js';
import { PdfFile } from '../../ui/pdf/pdf-file.js';
import { Answer } from '../../ui/states.js';

/** A letter by the revision that is shown. */
export interface DeskLetter {
  dossierId: string;
  letterId: string;
  kind: string;
  revision: number;
}
interface Props {
  letter: DeskLetter;
  /** Whether the copy with its number is shown, instead of the draft. */
  issued: boolean;
  children: ReactNode;
}

/** A letter as it is printed, beside what is done with it. */
export function LetterDesk({ letter, issued, children }: Props) {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
        <Print letter={letter} issued={issued} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
        <Paper withBorder p="md">
          <Stack gap="sm">{children}</Stack>
        </Paper>
      </Grid.Col>
    </Grid>
  );
}

function Print({ letter, issued }: Omit<Props, 'children'>) {
  const { dossierId, letterId, kind, revision } = letter;
  const part = issued ? 'content' : 'preview';
  // Not below `letters`: what others do meanwhile does not change what stands on this paper.
  const query = useQuery({
    queryKey: ['letter-file', part, letterId, revision],
    queryFn: () =>
      fetchFile(`/api/v1/dossiers/${dossierId}/letters/${letterId}/${part}`, `${kind}-${part}.pdf`),
    staleTime: Infinity,
  });
  return <Answer query={query}>{({ content, name }) => <PdfFile file={content} name={name} />}</Answer>;
}
