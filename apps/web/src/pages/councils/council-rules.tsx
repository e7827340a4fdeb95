import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Share, type Verification } from '#contracts';
import { Basis } from '../../ui/basis.js';
import { shareWords } from './council-counts.js';
import { type Council } from './council.types.js';

const RULES = [
  'minimumMembers',
  'presence',
  'proxiesCount',
  'majority',
  'conclusion',
  'chairBreaksTie',
  'viceChairBreaksTie',
  'secretaryVotes',
] as const;
/** A rule as the packs have it; the OpenAPI document says no more than that it is an object. */
interface Rule {
  value: number | boolean | Share;
  basis: string;
  verification: Verification;
  analogy: boolean;
}

/** The rules as they stood when the council was established, each with where it comes from. */
export function CouncilRules({ council: { rules } }: { council: Council }) {
  const { t } = useTranslation('council');
  const words = (value: Rule['value']) => {
    if (typeof value === 'boolean') return t(value ? 'rule.yes' : 'rule.no');
    return typeof value === 'number' ? String(value) : shareWords(value);
  };
  return (
    <List size="sm" spacing="xs">
      {RULES.map((name) => {
        const { value, basis, verification, analogy } = rules[name] as unknown as Rule;
        return (
          <List.Item key={name}>
            {t(`rule.${name}`, { value: words(value) })} <Basis basis={basis} verification={verification} />
            {analogy && (
              <Text span size="sm" c="dimmed">
                {' '}
                {t('act.analogy')}
              </Text>
            )}
          </List.Item>
        );
      })}
    </List>
  );
}
