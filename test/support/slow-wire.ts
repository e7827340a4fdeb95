import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire to the database on which all that is sent arrives as much later as is said. */
export class SlowWire {
  private readonly ends = new Set<Socket>();
  private readonly server = createServer((near) => this.join(near));
  /** Milliseconds. */
  delay = 0;
  /** How many packets were sent to the database. */
  packets = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  /** Opens the near end; returns its port. */
  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server.once('listening', resolve));
    return (this.server.address() as AddressInfo).port;
  }
  async close(): Promise<void> {
    for (const end of this.ends) end.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    const far = connect(this.target);
    for (const end of [near, far]) {
      this.ends.add(end);
      end.on('error', () => undefined).on('close', () => [near, far].forEach((one) => one.destroy()));
    }
    near.on('data', (bytes) => {
      this.packets += 1;
      setTimeout(() => far.write(bytes), this.delay);
    });
    far.pipe(near);
  }
}
