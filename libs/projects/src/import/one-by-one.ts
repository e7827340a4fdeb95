/** Does one thing after the other: a list being read takes memory, and ten people may send theirs at once. */
export class OneByOne {
  private last: Promise<unknown> = Promise.resolve();

  next<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
