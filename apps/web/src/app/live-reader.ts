export interface LiveEvent {
  event: string;
  data: Record<string, unknown>;
}

/** Reads server-sent events out of answers, one after the other, and remembers where it stopped. */
export class LiveReader {
  lastId: string | null = null;
  /** The API said that the session is over: nobody is to come back. */
  ended = false;

  constructor(private readonly tell: (event: LiveEvent) => void) {}

  /** Tells of each event of one answer until it ends. */
  async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const blocks = (rest + decoder.decode(part.value, { stream: true }))
        .replaceAll('\r\n', '\n')
        .split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
      if (name !== undefined)
        fields.set(name, [fields.get(name), value].filter((text) => text !== undefined).join('\n'));
    }
    this.lastId = fields.get('id') ?? this.lastId;
    const event = fields.get('event');
    if (event === undefined) return;
    const data = JSON.parse(fields.get('data') ?? '{}') as Record<string, unknown>;
    if (event === 'end' && data['reason'] === 'session_ended') this.ended = true;
    this.tell({ event, data });
  }
}
