import { type ComponentProps, lazy, Suspense } from 'react';
import { openAreas } from '../../../i18n/language.js';
import { LoadingState } from '../../../ui/states.js';

const Form = lazy(async () => {
  const [{ IssueLetterForm }] = await Promise.all([import('./issue-letter.form.js'), openAreas('clerk')]);
  return { default: IssueLetterForm };
});

/** The form that issues a letter, with its texts; it comes when the first one is opened. */
export function IssueLetter(props: ComponentProps<typeof Form>) {
  return (
    <Suspense fallback={<LoadingState rows={3} />}>
      <Form key={props.target.letterId} {...props} />
    </Suspense>
  );
}
