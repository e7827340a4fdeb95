import { Anchor, Paper, Text } from '@mantine/core';
import { Link } from 'wouter';
import { formatNumber } from '../../format/format.js';
import { figureAddress } from './figure-address.js';
import classes from './reports.module.css';
import { type Figure } from './reports.query.js';

interface CardProps {
  figure: Figure;
  label: string;
  /** What is counted, where the label does not say it all. */
  note?: string;
  /** A number above nothing is a fault to be mended. */
  isAlarm?: boolean;
}

/** A figure that one looks at, and that opens its list. */
export function FigureCard({ figure, label, note, isAlarm = false }: CardProps) {
  return (
    <Paper
      component={Link}
      href={figureAddress(figure.list)}
      withBorder
      p="md"
      className={isAlarm && figure.value > 0 ? classes.alarm : classes.card}
    >
      <span className={classes.value}>{formatNumber(figure.value)}</span>
      <span className={classes.label}>{label}</span>
      {note !== undefined && (
        <Text component="span" size="sm" c="dimmed" className={classes.note}>
          {note}
        </Text>
      )}
    </Paper>
  );
}

/** A figure in a table or sentence, which opens its list; what it counts is said to whoever does not see the row. */
export function FigureLink({ figure, label }: { figure: Figure; label: string }) {
  return (
    <Anchor
      component={Link}
      href={figureAddress(figure.list)}
      className={classes.figure}
      aria-label={`${label}: ${formatNumber(figure.value)}`}
    >
      {formatNumber(figure.value)}
    </Anchor>
  );
}
