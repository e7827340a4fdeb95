import { List, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Basis } from '../../ui/basis.js';
import { neededOf, shareWords } from './council-counts.js';
import { type Council, type Motion } from './council.types.js';

interface Props {
  council: Council;
  motion: Motion;
}

/** What came of a vote, with everything that is needed to count it again. */
export function MotionResult({ council, motion }: Props) {
  const { t } = useTranslation('council');
  const { result, votes, dissents } = motion;
  if (result === null) return null;
  const nameOf = (id: string) => council.members.find(({ memberId }) => memberId === id)?.name ?? id;
  const { needed, comparison, denominator, tie, tieBrokenBy } = result;
  return (
    <>
      <Text>
        {t('motion.result', {
          for: result.for,
          against: result.against,
          abstain: result.abstain,
          missing: result.missing,
          all: denominator,
        })}{' '}
        {t(`motion.${comparison}`, {
          share: shareWords(needed),
          needed: neededOf(needed, denominator, comparison),
        })}{' '}
        {tie && (tieBrokenBy ? t('motion.tie', { seat: t(`seat.${tieBrokenBy.by}`) }) : t('motion.tieLost'))}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        <Basis basis={result.basis} verification={result.verification} />
        {result.analogy && ` ${t('act.analogy')}`}
      </Text>
      {votes !== null && votes.length > 0 && (
        <Table.ScrollContainer minWidth={240} tabIndex={0} role="region" aria-label={t('motion.named')}>
          <Table withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('motion.voter')}</Table.Th>
                <Table.Th>{t('motion.vote')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {votes.map(({ memberId, vote, onPaper }) => (
                <Table.Tr key={memberId}>
                  <Table.Td>{nameOf(memberId)}</Table.Td>
                  <Table.Td>
                    {[t(`vote.words.${vote}`), onPaper && t('motion.onPaper')].filter(Boolean).join(', ')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {dissents.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('motion.dissents')}
          </Text>
          <List size="sm">
            {dissents.map(({ memberId, text }) => (
              <List.Item key={memberId}>{`${nameOf(memberId)}: ${text}`}</List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  );
}
