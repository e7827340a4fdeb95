/** The first field of a form that has a fault takes the focus, once it is drawn as one; a dialog stands before the page. */
export function focusFirstFault(): void {
  const fault = '[aria-invalid="true"]';
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[role="dialog"] ${fault}, main ${fault}`)?.focus(),
  );
}
