import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ASSET_ROUTE, ICON_ROUTE, PAGE_ROUTES } from './web-sections.js';
import { type WebPages } from './web-pages.js';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/**
 * The routes of the pages and their files. They stand outside of the controllers, since a page and a resource of the API
 * have the same name below another prefix; they are the same for everybody, look at no credentials and ask no database.
 */
export function addWebRoutes(fastify: Fastify, pages: WebPages): void {
  if (!pages.built) return;
  for (const url of PAGE_ROUTES) fastify.get(url, (_request, reply) => pages.sendPage(reply));
  fastify.get<{ Params: { name: string } }>(ASSET_ROUTE, ({ params }, reply) =>
    pages.sendFile(reply, `assets/${params.name}`),
  );
  fastify.get(ICON_ROUTE, (_request, reply) => pages.sendFile(reply, ICON_ROUTE.slice(1)));
}
