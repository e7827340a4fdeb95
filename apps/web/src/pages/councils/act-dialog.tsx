import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';

interface Frame {
  title: string;
  lead?: string | undefined;
  submit: string;
  pending: boolean;
  error: unknown;
  onClose: () => void;
}
interface Props extends Frame {
  children?: ReactNode;
  blocked?: boolean;
  onSubmit: () => void;
}

/** One act in a window of its own: what it is, its fields, what stands against it, and the two ways out. */
export function ActDialog({ title, lead, submit, pending, error, blocked, children, ...on }: Props) {
  const { t } = useTranslation('app');
  return (
    <Modal
      opened
      onClose={on.onClose}
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
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
          {error !== null && <ProblemAlert error={error} />}
          <Group>
            <Button type="submit" loading={pending} disabled={blocked ?? false}>
              {submit}
            </Button>
            <Button variant="default" onClick={on.onClose}>
              {t('actions.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** An act that needs a reason (or may have one) and nothing else. */
export function ReasonDialog({
  label,
  optional = false,
  rows = 3,
  onReason,
  ...frame
}: Frame & {
  label?: string;
  optional?: boolean;
  rows?: number;
  onReason: (reason: string) => void;
}) {
  const { t } = useTranslation('council');
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      {...frame}
      blocked={!optional && reason.trim() === ''}
      onSubmit={() => onReason(reason.trim())}
    >
      <Textarea
        label={label ?? t('act.reason')}
        required={!optional}
        data-autofocus
        autosize
        minRows={rows}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ActDialog>
  );
}
