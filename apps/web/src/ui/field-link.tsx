import { Anchor } from '@mantine/core';
import { type ReactNode } from 'react';

/** So far, in px, are links to fields apart in a list that each can be hit: 24 px from one to the next. */
export const APART = 6;

/** Leads from a fault to its field, which comes into sight and takes the focus. */
export function FieldLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Anchor
      size="sm"
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(id);
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
      }}
    >
      {children}
    </Anchor>
  );
}
