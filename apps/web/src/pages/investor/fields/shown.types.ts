/** What stands around the input of a fact, whatever its kind. */
export interface Shown {
  id: string;
  label: string;
  description: string | undefined;
  error: string | undefined;
  onFocus: () => void;
  onBlur: () => void;
}
