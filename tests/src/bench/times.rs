//! Times of one piece of work done many times over.

use std::time::{Duration, Instant};

use super::Outcome;

/// What was measured, in milliseconds, shortest first. Never empty.
#[derive(Debug, Clone)]
pub struct Times(Vec<f64>);

impl Times {
    /// Does the work `times` times, after `warm` rounds that do not count.
    pub fn of(warm: usize, times: usize, mut work: impl FnMut() -> Outcome<()>) -> Outcome<Self> {
        for _ in 0..warm {
            work()?;
        }
        let mut res = Vec::with_capacity(times);
        for _ in 0..times.max(1) {
            let start = Instant::now();
            work()?;
            res.push(start.elapsed());
        }
        Self::from(res)
    }

    /// Times that were taken elsewhere.
    pub fn from(times: Vec<Duration>) -> Outcome<Self> {
        let millis = times.iter().map(|it| it.as_secs_f64() * 1000.0).collect();
        Self::from_millis(millis)
    }

    /// The same, already in milliseconds.
    pub fn from_millis(mut times: Vec<f64>) -> Outcome<Self> {
        if times.is_empty() {
            return Err("nothing was measured".into());
        }
        times.sort_by(f64::total_cmp);
        Ok(Self(times))
    }

    /// How many.
    pub fn n(&self) -> usize {
        self.0.len()
    }

    /// The one in the middle, in milliseconds.
    pub fn median(&self) -> f64 {
        self.0[self.0.len() / 2]
    }

    /// Nineteen of twenty were shorter, in milliseconds.
    pub fn p95(&self) -> f64 {
        let place = (self.0.len() * 95).div_ceil(100);
        self.0[place.clamp(1, self.0.len()) - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_hundred_the_ninety_fifth() {
        let times = Times::from_millis((1..=100).rev().map(f64::from).collect()).unwrap();
        assert_eq!((times.median(), times.p95(), times.n()), (51.0, 95.0, 100));
    }

    #[test]
    fn one_is_its_own_median() {
        let times = Times::from_millis(vec![3.0]).unwrap();
        assert_eq!((times.median(), times.p95()), (3.0, 3.0));
    }
}
