// Long work: one command with progress, that can be cancelled. It outlives the page that started it.

import { asError, call, type Input, type Name, type Output } from "./call";
import { native } from "./native";
import type { AppError, Progress } from "./types";

let last = 0;
const running = new Map<number, Job<Name>>();
/** Jobs that hold an answer. */
const answered = new Set<Job<Name>>();
let listening: Promise<unknown> | null = null;

export class Job<N extends Name> {
  readonly name: N;
  busy = $state(false);
  cancelling = $state(false);
  progress: Progress | null = $state.raw(null);
  /** Seconds that are left, once they can be reckoned. */
  left: number | null = $state(null);
  result: Output<N> | null = $state.raw(null);
  error: AppError | null = $state.raw(null);
  /** Settled when it has ended, however. */
  ended: Promise<void> = Promise.resolve();
  #number = 0;
  #started = 0;

  constructor(name: N) {
    this.name = name;
  }

  /** Runs the command; the answer is null when it failed, and `error` says why. */
  async run(input: Input<N>): Promise<Output<N> | null> {
    if (this.busy) return null;
    listening ??= native.onProgress((told) => running.get(told.job)?.told(told));
    await listening;
    this.#number = ++last;
    running.set(this.#number, this as unknown as Job<Name>);
    this.clear();
    this.busy = true;
    this.#started = Date.now();
    jobs.all.push(this as unknown as Job<Name>);
    const number = this.#number;
    // What a matter that was locked meanwhile still answers is nobody's business any more.
    const wanted = () => number === this.#number;
    let end = () => {};
    this.ended = new Promise((resolve) => (end = resolve));
    try {
      const result = await call(this.name, input, number);
      if (wanted()) this.result = result;
    } catch (error) {
      if (wanted()) this.error = asError(error);
    } finally {
      running.delete(number);
      if (wanted()) this.#rest();
      end();
    }
    return wanted() ? this.result : null;
  }

  #rest() {
    this.busy = false;
    this.cancelling = false;
    jobs.all = jobs.all.filter((job) => job !== (this as unknown as Job<Name>));
    answered.add(this as unknown as Job<Name>);
  }

  /** Forgets what it answered, and what it may still answer. */
  forget() {
    this.#number = 0;
    this.#rest();
    this.clear();
  }

  told(progress: Progress) {
    this.progress = progress;
    const gone = (Date.now() - this.#started) / 1000;
    const { done, total } = progress;
    // Before a few seconds have gone, the first unit says nothing of the others.
    this.left = gone > 3 && done > 0 && total > done ? (gone / done) * (total - done) : null;
  }

  cancel() {
    this.cancelling = true;
    void native.cancel(this.#number);
  }

  clear() {
    answered.delete(this as unknown as Job<Name>);
    this.progress = null;
    this.left = null;
    this.result = null;
    this.error = null;
  }
}

/** The jobs that run now, for the bar at the foot of the window. */
export const jobs: { all: Job<Name>[] } = $state({ all: [] });

/** Asks everything that runs to stop. */
export function cancelJobs() {
  for (const job of jobs.all) job.cancel();
}

/** Stops everything that runs, and waits until it has stopped. */
export async function stopJobs() {
  cancelJobs();
  await Promise.all([...running.values()].map((job) => job.ended));
}

/** Nothing that a job said of one matter is shown in the next. */
export function forgetJobs() {
  for (const job of [...jobs.all, ...answered]) job.forget();
}
