import { plainToInstance } from 'class-transformer';
import { type CommandName, isCommand } from '#contracts';
import { Refusal } from '#kernel';
import { type AnyCommand } from '#workflow';
import { RequestValidationPipe } from '../http/request-validation.pipe.js';
import * as dto from './command-payloads.dto.js';

/** The payload class of each command; the compiler insists on all of them. */
export const PAYLOAD_CLASSES = {
  submit: dto.NoPayloadDto,
  assign: dto.AssignDto,
  request_supplement: dto.RequestSupplementDto,
  resubmit: dto.ResubmitDto,
  deadline_passed: dto.DeadlinePassedDto,
  return: dto.ReturnDto,
  accept: dto.NoPayloadDto,
  screen: dto.NoPayloadDto,
  notify_refusal: dto.NotifyRefusalDto,
  respond_to_refusal: dto.RespondToRefusalDto,
  request_clarification: dto.RequestClarificationDto,
  clarify: dto.ClarifyDto,
  conclude: dto.ConcludeDto,
  send_back: dto.SendBackDto,
  endorse: dto.EndorseDto,
  approve: dto.ApproveDto,
  approve_with_conditions: dto.ApproveWithConditionsDto,
  refuse: dto.RefuseDto,
  withdraw: dto.WithdrawDto,
  extend_deadline: dto.ExtendDeadlineDto,
  reopen: dto.ReopenDto,
} as const satisfies Record<CommandName, new () => object>;

const pipe = new RequestValidationPipe();
/** A checked body as plain data: the log and fingerprints take no instances of classes. */
export const plain = <Body>(body: Body): Body => JSON.parse(JSON.stringify(body)) as Body;

/**
 * Reads the body of a command by the class of its name; `field` is the one of the body in which the payload stands.
 * @throws Refusal `not_found` for a command that does not exist, `malformed_request` with a pointer per field
 */
export async function commandOf(name: string, body: unknown, field?: string): Promise<AnyCommand> {
  if (!isCommand(name)) throw new Refusal('not_found');
  const metatype = PAYLOAD_CLASSES[name];
  const checked: unknown = await pipe.transform(body ?? {}, {
    type: 'body',
    metatype,
    ...(field === undefined ? {} : { data: field }),
  });
  const payload = plain(plainToInstance(metatype, checked));
  return { name, payload } as AnyCommand;
}
