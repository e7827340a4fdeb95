import { Stack } from '@mantine/core';
import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';
import { focusHome, placeOf } from './focus-home.js';

/** A part that may be gone after an act within it: whoever was working there by the keyboard comes to the heading around it. */
export function FocusKept({ children }: { children: ReactNode }) {
  const part = useRef<HTMLDivElement>(null);
  const had = useRef(false);
  useEffect(() => {
    const place = placeOf(part.current);
    return () => {
      if (had.current) focusHome({ ...place, element: null });
    };
  }, []);
  // A button that is switched off while its act is on its way loses the focus to nobody.
  const left = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) had.current = false;
  };
  return (
    <Stack gap="sm" ref={part} onFocus={() => (had.current = true)} onBlur={left}>
      {children}
    </Stack>
  );
}
