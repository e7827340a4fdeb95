interface Example {
  fileCode: string;
  secret: string;
}

/** What a visitor of the demonstration can follow without an account, as lines to print; none where nothing is offered. */
export function exampleLines(answer: unknown): string[] {
  const { tracking } = (answer ?? {}) as { tracking?: { address?: string; examples?: Example[] } };
  const examples = tracking?.examples ?? [];
  if (examples.length === 0) return [];
  return [
    `Follow a dossier without an account (${tracking?.address ?? ''}), by its code and secret:`,
    ...examples.map(({ fileCode, secret }) => `  ${fileCode}  ${secret}`),
  ];
}

/** Asks a running installation for them; a service that does not answer offers nothing. */
export async function trackingExamples(url: string): Promise<string[]> {
  try {
    const answer = await fetch(`${url}/api/v1/public/service`);
    return answer.ok ? exampleLines(await answer.json()) : [];
  } catch {
    return [];
  }
}
