import { Box } from '@mantine/core';
import { type ReactNode } from 'react';
import classes from './decide.module.css';

/** A part that keeps to its place on the screen: what is longer is scrolled, by the keyboard too. */
export function Scrolling({ label, low, children }: { label: string; low?: boolean; children: ReactNode }) {
  return (
    <Box
      className={low === true ? `${classes.scroll} ${classes.low}` : classes.scroll}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {children}
    </Box>
  );
}
