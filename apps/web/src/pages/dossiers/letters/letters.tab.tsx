import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useOnce } from '../../../api/use-once.js';
import { formatDate } from '../../../format/format.js';
import { fetchFile } from '../../../api/file.js';
import { hasRole, usePerson } from '../../../session/session.provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { PdfFile } from '../../../ui/pdf/pdf-file.js';
import { Answer, EmptyState } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { Card } from '../../../ui/card.js';
import { lettersQuery } from '../dossier.query.js';
import { type DossierView, type LetterView } from '../dossier.types.js';
import { saveFile } from '../../../api/saved-file.js';
import { IssueLetter } from './issue-letter.js';
import { TrackingRenewal } from './tracking-renewal.js';

const TONES = { draft: 'amber', issued: 'green', void: 'grey' } as const;

export function LettersTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(lettersQuery(dossier.id));
  const hands = hasRole(usePerson(), 'clerk') && dossier.fileCode !== null;
  return (
    <>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('letters.none')}>{t('letters.noneText')}</EmptyState>
          ) : (
            items.map((letter) => <LetterCard key={letter.id} letter={letter} dossier={dossier} />)
          )
        }
      </Answer>
      {hands && <TrackingRenewal dossierId={dossier.id} />}
    </>
  );
}

function LetterCard({ letter, dossier }: { letter: LetterView; dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const person = usePerson();
  const [issuing, setIssuing] = useState(false);
  const [search] = useSearchParams();
  const [shown, setShown] = useState(search.get('letter') === letter.id);
  const { id, kind, status, number, issuedOn, signedName, validity, sha256 } = letter;
  const draft = status === 'draft';
  const path = `/api/v1/dossiers/${dossier.id}/letters/${id}/${draft ? 'preview' : 'content'}`;
  const name = `${kind}-${number ?? 'du-thao'}.pdf`.replaceAll('/', '-');
  const saving = useOnce({ mutationFn: () => saveFile(path, name) });
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{t(`letters.kind.${kind}`)}</Title>
        <Tag tone={TONES[status]}>{t(`letters.status.${status}`)}</Tag>
        {validity !== null && validity !== 'valid' && (
          <Tag tone="amber">{t(`letters.validity.${validity}`)}</Tag>
        )}
      </Group>
      {number !== null && (
        <Text size="sm">
          {t('letters.issued', { number, on: formatDate(issuedOn), signer: signedName ?? '' })}
        </Text>
      )}
      {sha256 !== null && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          SHA-256: {sha256}
        </Text>
      )}
      {saving.isError && <ProblemAlert error={saving.error} />}
      <Group>
        {status !== 'void' && (
          <Button variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t('letters.show')}
          </Button>
        )}
        {status === 'issued' && (
          <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
            {t('letters.download')}
          </Button>
        )}
        {draft && hasRole(person, 'clerk') && !issuing && (
          <Button onClick={() => setIssuing(true)}>{t('letters.issue')}</Button>
        )}
      </Group>
      {issuing && draft && (
        <IssueLetter
          target={{ dossierId: dossier.id, letterId: id, revision: letter.revision }}
          onIssued={() => setIssuing(false)}
          onCancel={() => setIssuing(false)}
        />
      )}
      {shown && status !== 'void' && <Print letter={letter} path={path} name={name} />}
    </Card>
  );
}

/** The paper as it is now: another one as soon as the letter is issued or changed. */
function Print({ letter, path, name }: { letter: LetterView; path: string; name: string }) {
  const query = useQuery({
    queryKey: ['letter-file', path, letter.revision],
    queryFn: () => fetchFile(path, name),
    staleTime: Infinity,
  });
  return <Answer query={query}>{(file) => <PdfFile file={file.content} name={file.name} />}</Answer>;
}
