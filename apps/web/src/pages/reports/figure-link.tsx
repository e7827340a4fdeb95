import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { formatNumber } from '../../format/format.js';
import { FigureCard as Card } from '../../ui/figure-card.js';
import { figureAddress } from './figure-address.js';
import classes from './reports.module.css';
import { type Figure } from './reports.query.js';

interface CardProps {
  figure: Figure;
  label: string;
  /** What stands in the place of the number: what is told of the list, such as a share or a duration. */
  shown?: string;
  /** What is counted, where the label does not say it all. */
  note?: string;
  /** A number above nothing is a fault to be mended. */
  isAlarm?: boolean;
}

/** A figure of a report that one looks at, and that opens its list. */
export const FigureCard = ({ figure, ...card }: CardProps) => (
  <Card {...card} value={figure.value} to={figureAddress(figure.list)} />
);

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
