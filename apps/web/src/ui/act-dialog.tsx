import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldOf } from './fault-pointer.js';
import { SubmitProblem } from './submit-problem.js';
import { Dialog } from './dialog.js';

interface Props {
  title: string;
  lead?: string | undefined;
  /** What the button is called; null where the act is done elsewhere in the window. */
  submit: string | null;
  pending: boolean;
  error: unknown;
  /** The fields of the window, so that a refusal names them. */
  fieldOf?: FieldOf;
  onClose: () => void;
  children?: ReactNode;
  blocked?: boolean;
  onSubmit: () => void;
}

/** One act in a window of its own: what it is, its fields, what stands against it, and the two ways out. */
export function ActDialog({ title, lead, submit, pending, error, fieldOf, blocked, children, ...on }: Props) {
  const { t } = useTranslation('app');
  return (
    <Dialog onClose={on.onClose} size="lg" title={title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!blocked) on.onSubmit();
        }}
      >
        <Stack>
          {lead !== undefined && <Text>{lead}</Text>}
          {children}
          {error !== null && <SubmitProblem error={error} {...(fieldOf && { fieldOf })} />}
          <Group>
            {submit !== null && (
              <Button type="submit" loading={pending} disabled={blocked ?? false}>
                {submit}
              </Button>
            )}
            <Button variant="default" onClick={on.onClose}>
              {t('actions.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
