import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './cruise.js';

export interface Service {
  image?: string;
  build?: { dockerfile: string };
  command?: string[];
  entrypoint?: string[];
  read_only?: boolean;
  tmpfs?: string[];
  logging?: { driver: string; options: Record<string, string> };
  stop_grace_period?: string;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  pids_limit?: number;
  user?: string;
  privileged?: boolean;
  ports?: string[];
  volumes?: string[];
  secrets?: string[];
  restart?: string;
  healthcheck?: { test?: string[]; disable?: boolean };
  environment?: Record<string, string>;
  env_file?: { path: string; required: boolean }[];
  networks?: string[];
  cap_add?: string[];
  depends_on?: Record<string, { condition: string }>;
}
export interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
}

export const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
export const dockerfile = read('docker/Dockerfile');
export const lines = dockerfile.replaceAll('\\\n', ' ').split('\n');
/** The part of the Dockerfile that becomes the image. */
export const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
export const compose = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
