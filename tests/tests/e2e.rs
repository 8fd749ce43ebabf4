//! The whole job by a person's hands: the real program in the real window.
