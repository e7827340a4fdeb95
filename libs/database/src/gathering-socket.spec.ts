import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { GatheringSocket } from './gathering-socket.js';

test('bytes and texts that were held back arrive whole and in order, and each writer is told', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  const socket = new GatheringSocket().connect((server.address() as AddressInfo).port, '127.0.0.1');
  const told: string[] = [];
  socket.cork();
  socket.write(Buffer.from([0xff, 0x00]), () => told.push('bytes'));
  socket.write('thẩm định', () => told.push('text'));
  socket.write('0a0b', 'hex', () => told.push('hex'));
  socket.uncork();
  socket.end();
  const [other] = (await accepted) as [NodeJS.ReadableStream];
  const received: Buffer[] = [];
  for await (const piece of other) received.push(piece as Buffer);
  server.close();
  expect(Buffer.concat(received)).toEqual(
    Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from('thẩm định'), Buffer.from([0x0a, 0x0b])]),
  );
  expect(told).toEqual(['bytes', 'text', 'hex']);
});
