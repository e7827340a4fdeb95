import { Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusHome, holdFocusIn, placeOf } from './focus-home.js';

type Props = Omit<ModalProps, 'opened' | 'returnFocus'> & {
  /** Not given where it is drawn only while it is open. */
  opened?: boolean;
};

/** A window over the page: it begins on its first field, and gives the focus back to where it came from. */
export function Dialog({ opened = true, children, ...props }: Props) {
  const { t } = useTranslation('app');
  return (
    <Modal
      opened={opened}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
      {...props}
      // It is told of windows only that were closed before; here they may be opened from their beginning.
      returnFocus={false}
    >
      <Held>{children}</Held>
    </Modal>
  );
}

function Held({ children }: { children: ReactNode }) {
  const [from] = useState(() => placeOf(document.activeElement));
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => (part.current === null ? undefined : holdFocusIn(part.current)), []);
  useEffect(() => () => focusHome(from), [from]);
  return <div ref={part}>{children}</div>;
}
