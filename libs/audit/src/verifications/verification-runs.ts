import { type DatabaseConfig, type UnitOfWork } from '#database';
import { type Actor, faultName } from '#kernel';
import { observed } from '#observability';
import { type Checkpoints } from '../checkpoints.js';
import { type VerificationStep } from '../verification-step.js';
import { verifyDatabase } from '../verify-database.js';
import { type StoredHash } from '../verify-records.js';
import {
  beginVerification,
  type BegunVerification,
  finishVerification,
  isVerificationWaiting,
  leaveVerification,
  noteFailure,
  noteStep,
} from './verification.row.js';
import { whileAlone } from './while-alone.js';

/** What is verified, and what lies outside of the database to compare it with. */
export interface VerifiedSource {
  database: DatabaseConfig;
  checkpoints: Pick<Checkpoints, 'known'>;
  hashOf: StoredHash;
}
/** What a verification of the whole log is called in figures, traces and the log. */
export const VERIFICATION_JOB = 'audit-verification';
/** How often people see how far it is, and the worker whether it is to stop. */
const LOOK_EVERY_MS = 500;

/** Takes the steps of one verification until its end. */
interface StepWatch {
  progress: (step: VerificationStep) => void;
  end: () => Promise<void>;
}

/** Verifies the whole log when an auditor asked for it, by the same code as the command `verify`. */
export class VerificationRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: VerifiedSource,
  ) {}

  /**
   * Does the verification that waits, or that a worker left behind when it was killed. False when there is none, when another
   * worker is at it, or when this attempt failed, which is noted and repeated by the next turn.
   */
  async turn(system: Actor, stopping: () => boolean = () => false): Promise<boolean> {
    if (!(await this.unitOfWork.read(system, isVerificationWaiting))) return false;
    const worked = await whileAlone(this.source.database, async () => {
      const begun = await this.unitOfWork.run(system, beginVerification);
      return begun !== null && (await this.attempt(system, begun, stopping));
    });
    return worked === true;
  }

  private async attempt(system: Actor, begun: BegunVerification, stopping: () => boolean): Promise<boolean> {
    const stop = new AbortController();
    const watch = this.watch(system, begun, () => stopping() && stop.abort());
    const job = { kind: 'job', name: VERIFICATION_JOB, attributes: { verificationId: begun.id } } as const;
    try {
      await observed(job, () => this.verify(system, begun, watch, stop.signal));
      return true;
    } catch (error) {
      await watch.end();
      await this.unitOfWork.run(system, async (tx) => {
        if (stop.signal.aborted) await leaveVerification(tx, begun);
        else await noteFailure(tx, begun, faultName(error));
      });
      return false;
    }
  }

  private async verify(
    system: Actor,
    begun: BegunVerification,
    watch: StepWatch,
    signal: AbortSignal,
  ): Promise<void> {
    // Read before the snapshot is taken: a checkpoint that is written down later must not be missing from it.
    const knownCheckpoints = await this.source.checkpoints.known();
    const { database, hashOf } = this.source;
    const against = { knownCheckpoints, hashOf, signal, inTurns: true };
    const report = await verifyDatabase(database, watch.progress, [], against);
    await watch.end();
    await this.unitOfWork.run(system, (tx) => finishVerification(tx, begun, report, knownCheckpoints.length));
  }

  /** Writes the newest step down now and then; one that cannot be written is passed over. */
  private watch(system: Actor, begun: BegunVerification, look: () => void): StepWatch {
    let newest: VerificationStep | null = null;
    let writing: Promise<unknown> = Promise.resolve();
    const write = (step: VerificationStep) =>
      this.unitOfWork.run(system, (tx) => noteStep(tx, begun, step)).catch(() => undefined);
    const timer = setInterval(() => {
      look();
      if (newest === null) return;
      const step = newest;
      newest = null;
      writing = writing.then(() => write(step));
    }, LOOK_EVERY_MS);
    const progress = (step: VerificationStep): void => {
      newest = step;
    };
    const end = async (): Promise<void> => {
      clearInterval(timer);
      await writing;
    };
    return { progress, end };
  }
}
