/** ts-fsrs, held to the weights it was given. Only this folder may know it. */
import { FSRSAlgorithm } from 'ts-fsrs';

/**
 * The bare formulas of FSRS-6. ts-fsrs 5.4.2 raises w[19] to 0.01 whenever weights are set, where fsrs-rs and the published
 * numbers keep 0; and it reads each weight through a proxy, which is a quarter of what a replay costs. Replacing the proxied
 * parameters by plain ones after construction cures both. Weights must have passed `validateParameters`.
 */
export class Engine extends FSRSAlgorithm {
  constructor(weights: readonly number[], desiredRetention: number) {
    super({ w: weights, request_retention: desiredRetention });
    this.param = { ...this.param, w: weights };
  }
}
