/** Lanczos's coefficients for g = 7: the gamma function to about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
]

/**
 * The chance that a gamma variable of the given shape (> 0) and scale 1 is below x (≥ 0): the
 * regularised lower incomplete gamma function, by its power series. For whole shapes it is the
 * chance of at least `shape` Poisson events when x are expected. Good for shapes and x under 100.
 */
export function probabilityBelow(x: number, shape: number): number {
  if (x <= 0) return 0

  let term = 1 / shape
  let sum = term
  for (let step = 1; term > sum * 1e-17; step++) {
    term *= x / (shape + step)
    sum += term
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape))
}

function logGamma(shape: number): number {
  const base = shape - 1 + 7.5
  let sum = LANCZOS[0]!
  for (let at = 1; at < LANCZOS.length; at++) sum += LANCZOS[at]! / (shape - 1 + at)
  return 0.5 * Math.log(2 * Math.PI) + (shape - 0.5) * Math.log(base) - base + Math.log(sum)
}
