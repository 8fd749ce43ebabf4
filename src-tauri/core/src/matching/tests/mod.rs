//! Proof of the whole: worked example, boundaries, the ten properties.
