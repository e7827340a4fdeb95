import { Anchor, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Duplicate } from './projects.query.js';

type Alike = Pick<Duplicate, 'projectId' | 'name' | 'investorName' | 'reasons'>;

/** Projects that another one looks like, each with what is the same; opened beside it, so that nothing entered is left. */
export function AlikeList({ like }: { like: readonly Alike[] }) {
  const { t } = useTranslation('register');
  return (
    <List size="sm">
      {like.map(({ projectId, name, investorName, reasons }) => (
        <List.Item key={projectId}>
          <Anchor component={Link} href={`/projects/${projectId}`} target="_blank" inherit underline="always">
            {name}
          </Anchor>
          {` · ${investorName} (${reasons.map((reason) => t(`duplicate.reasons.${reason as 'same_name'}`)).join(', ')})`}
        </List.Item>
      ))}
    </List>
  );
}
