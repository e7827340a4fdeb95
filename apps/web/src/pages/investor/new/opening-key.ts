import { newActKey } from '../../../api/client.js';
import { type Answers } from './steps.js';

/**
 * The key under which these answers open one draft in this tab: whoever comes back after submitting and opens once more
 * comes to the same dossier, and no second one stands beside it.
 */
export function openingKey(answers: Answers): string {
  const name = `techgate.opening.${JSON.stringify(answers)}`;
  const key = sessionStorage.getItem(name) ?? newActKey();
  sessionStorage.setItem(name, key);
  return key;
}
