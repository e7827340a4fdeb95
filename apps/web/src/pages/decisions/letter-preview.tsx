import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DossierView } from '../dossiers/dossier.types.js';
import { RehearsedLetter } from '../dossiers/rehearsed-letter.js';
import { type Asked, draftsLetter } from '../dossiers/rehearsed-letter.query.js';
import classes from './decide.module.css';

interface Props {
  dossier: DossierView;
  asked: Asked | null;
  /** Told which letter stands on the screen. */
  onDrawn: (letter: string) => void;
}

/** The letter as it would go out by the choice that stands on the screen. */
export function LetterPreview({ dossier, asked, onDrawn }: Props) {
  const { t } = useTranslation(['decisions', 'dossier']);
  return (
    <Paper
      withBorder
      p="sm"
      component="section"
      aria-label={t('dossier:steps.letter')}
      className={classes.letter}
    >
      {asked !== null && draftsLetter(asked.command) ? (
        <RehearsedLetter dossier={dossier} asked={asked} onDrawn={onDrawn} />
      ) : (
        <>
          <Title order={2} size="h3">
            {t('dossier:steps.letter')}
          </Title>
          <Text size="sm" mt="sm">
            {t(asked === null ? 'letter.notYet' : 'letter.none')}
          </Text>
        </>
      )}
    </Paper>
  );
}
