interface RegisteredRoute {
  method: string | string[];
  url: string;
}

/** Knows which methods each path has, so that a wrong method can be told from a wrong path. */
export class RoutesByPath {
  private readonly methods = new Map<string, Set<string>>();

  /** Notes a route as Fastify registers it. */
  note({ method, url }: RegisteredRoute): void {
    const known = this.methods.get(url) ?? new Set<string>();
    for (const name of [method].flat()) if (name !== 'HEAD' && name !== 'OPTIONS') known.add(name);
    this.methods.set(url, known);
  }

  /** The methods that a path has, sorted; empty when there is no such path. */
  methodsOf(path: string): string[] {
    const segments = path.split('/');
    const fitting = [...this.methods].filter(([pattern]) => fits(pattern.split('/'), segments));
    return [...new Set(fitting.flatMap(([, methods]) => [...methods]))].sort();
  }
}

const fits = (pattern: string[], segments: string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every(
    (part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''),
  );
