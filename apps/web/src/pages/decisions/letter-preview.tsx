import { Anchor, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CommandName } from '#contracts';
import { commandsQuery } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { RehearsedLetter } from '../dossiers/letters/rehearsed-letter.js';
import { type Asked, draftsLetter, type Drawn } from '../dossiers/letters/rehearsed-letter.query.js';
import { DECIDING } from './choices.js';
import classes from './decide.module.css';

interface Props {
  dossier: DossierView;
  asked: Asked | null;
  /** Told which letter stands on the screen. */
  onDrawn: (drawn: Drawn) => void;
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
          {asked === null ? (
            <NotAsked dossier={dossier} />
          ) : (
            <Text size="sm" mt="sm">
              {t('letter.none')}
            </Text>
          )}
        </>
      )}
    </Paper>
  );
}

/** Nothing is asked yet, or nothing is left to be chosen. */
function NotAsked({ dossier: { id } }: Pick<Props, 'dossier'>) {
  const { t } = useTranslation('decisions');
  const { data } = useQuery(commandsQuery(id));
  const chooses = data?.items.some(
    ({ command, permitted }) => permitted && DECIDING.includes(command as CommandName),
  );
  return (
    <Text size="sm" mt="sm">
      {t(chooses === false ? 'letter.past' : 'letter.notYet')}{' '}
      {chooses === false && (
        <Anchor component={Link} href={`/dossiers/${id}/letters`} size="sm" underline="always">
          {t('letter.all')}
        </Anchor>
      )}
    </Text>
  );
}
