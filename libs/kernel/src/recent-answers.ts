/**
 * Answers of a pure question by its key, the most recently used ones only. For questions whose answer depends on nothing but
 * the key, so that an answer from here is the answer.
 */
export class RecentAnswers<Answer> {
  private readonly answers = new Map<string, Answer>();

  /** `limit`: how many answers are kept at most. */
  constructor(private readonly limit: number) {}

  /** The kept answer, which counts as used now; undefined when none is kept. */
  get(key: string): Answer | undefined {
    const answer = this.answers.get(key);
    if (answer !== undefined) this.moveToEnd(key, answer);
    return answer;
  }

  /** Keeps an answer; beyond the limit the one that nobody asked for longest goes. */
  keep(key: string, answer: Answer): void {
    this.moveToEnd(key, answer);
    const oldest = this.answers.keys().next();
    if (this.answers.size > this.limit && oldest.value !== undefined) this.answers.delete(oldest.value);
  }

  // A Map goes through its keys in the order in which they were set.
  private moveToEnd(key: string, answer: Answer): void {
    this.answers.delete(key);
    this.answers.set(key, answer);
  }
}
