import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.js';
import { ReasonField } from './reason-field.js';

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
  label?: string | undefined;
  optional?: boolean;
  rows?: number;
  onReason: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      {...frame}
      blocked={!optional && reason.trim() === ''}
      onSubmit={() => onReason(reason.trim())}
    >
      <ReasonField
        label={label}
        required={!optional}
        rows={rows}
        data-autofocus
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
}
