import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useOnce } from '../../api/use-once.js';
import { formatDate } from '../../format/format.js';
import { INSIDERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { saveFile } from '../../api/saved-file.js';
import { type CouncilLetter } from './council.types.js';

interface Props {
  dossier: DossierView;
  paper: CouncilLetter;
  title: string;
  /** What is waited for while it is a draft. */
  draft: string;
  /** Whether the draft may be seen by the reader. */
  readable?: boolean;
}

/** A paper of the council: where it stands, and the paper itself. */
export function PaperLine({ dossier, paper, title, draft, readable = false }: Props) {
  const { t } = useTranslation('council');
  const person = usePerson();
  const { letterId, status, number, issuedOn } = paper;
  const isDraft = status === 'draft';
  const saving = useOnce({
    mutationFn: () =>
      saveFile(
        `/api/v1/dossiers/${dossier.id}/letters/${letterId}/${isDraft ? 'preview' : 'content'}`,
        `${title}${number === null ? '' : ` ${number}`}.pdf`.replaceAll('/', '-'),
      ),
  });
  const opens = status === 'issued' || (isDraft && (readable || hasRole(person, ...INSIDERS)));
  return (
    <>
      <Group gap="xs">
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Tag tone={status === 'issued' ? 'green' : 'grey'}>{t(`letterStatus.${status}`)}</Tag>
        <Text size="sm">
          {isDraft ? draft : number !== null && t('card.issued', { number, on: formatDate(issuedOn) })}
        </Text>
        {opens && (
          <Button size="xs" variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
            {t(isDraft ? 'card.preview' : 'card.download')}
          </Button>
        )}
        {isDraft && hasRole(person, 'clerk') && (
          <Anchor component={Link} size="sm" href={`/dossiers/${dossier.id}/letters`}>
            {t('card.toLetters')}
          </Anchor>
        )}
      </Group>
      {saving.isError && <ProblemAlert error={saving.error} />}
    </>
  );
}
