import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

interface Offer {
  /** What is gone. */
  message: string;
  /** The word on the button. */
  undo: string;
  onUndo: () => void;
  /** For how long; without it until it is used, closed or withdrawn. */
  forMs?: number;
  closeLabel?: string;
}

/** Says what is gone, with a way back. Gives what takes the offer away again. */
export function offerUndo({ message, undo, onUndo, forMs, closeLabel }: Offer): () => void {
  const id = notifications.show({
    autoClose: forMs ?? false,
    ...(closeLabel === undefined ? {} : { closeButtonProps: { 'aria-label': closeLabel } }),
    message: (
      <Group gap="sm" justify="space-between">
        <span>{message}</span>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undo}
        </Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
}
