import { useHotkeys } from '@mantine/hooks';
import { isDialogOpen } from '../../ui/page-keys.js';

export interface Press {
  /** The key is held down: it was meant for what stood here before. */
  repeat: boolean;
  dialogOpen: boolean;
  /** What the choice would do was shown, of exactly what stands in the form. */
  ready: boolean;
  /** The letter of it stands on the screen, or there is none. */
  letterSeen: boolean;
}

/** Whether a press of the key confirms a decision: once for each press, and only what its person could look at. */
export const isConfirmation = ({ repeat, dialogOpen, ready, letterSeen }: Press): boolean =>
  !repeat && !dialogOpen && ready && letterSeen;

/** Ctrl+Enter for the choice that stands on the page. */
export function useConfirmKey(confirm: () => void, seen: Pick<Press, 'ready' | 'letterSeen'>): void {
  const press = ({ repeat }: KeyboardEvent) => {
    if (isConfirmation({ ...seen, repeat, dialogOpen: isDialogOpen() })) confirm();
  };
  useHotkeys([['mod+Enter', press]], []);
}
