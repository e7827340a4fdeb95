import { Anchor } from '@mantine/core';
import { type ReactNode } from 'react';

/** So far, in px, are links to fields apart in a list that each can be hit: 24 px from one to the next. */
export const APART = 6;

interface Props {
  id: string;
  /** Leads to a field that may not be drawn yet. */
  toField?: ((id: string) => void) | undefined;
  children: ReactNode;
}

function bringIntoSight(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/** Leads from a fault to its field, which comes into sight and takes the focus. */
export function FieldLink({ id, toField = bringIntoSight, children }: Props) {
  return (
    <Anchor
      size="sm"
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        toField(id);
      }}
    >
      {children}
    </Anchor>
  );
}
