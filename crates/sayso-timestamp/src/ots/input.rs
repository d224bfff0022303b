//! Reads the numbers and bytes of a proof from its front.

use crate::TokenError;

/// What is left of a proof.
pub(super) struct Input<'a>(pub(super) &'a [u8]);

impl<'a> Input<'a> {
    pub(super) fn byte(&mut self) -> Result<u8, TokenError> {
        let (first, rest) = self.0.split_first().ok_or_else(ended)?;
        self.0 = rest;
        Ok(*first)
    }

    pub(super) fn bytes(&mut self, length: usize) -> Result<&'a [u8], TokenError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(ended)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number in groups of seven bits, the lowest first; all bytes but the last have their highest bit set.
    pub(super) fn number(&mut self) -> Result<u64, TokenError> {
        let mut value = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(TokenError::Damaged("a number in it is too large".to_owned()))
    }

    /// Bytes with their number before them.
    pub(super) fn counted(&mut self, most: usize) -> Result<&'a [u8], TokenError> {
        let length = usize::try_from(self.number()?).unwrap_or(usize::MAX);
        if length > most {
            return Err(TokenError::Damaged("a part of it is too long".to_owned()));
        }
        self.bytes(length)
    }
}

fn ended() -> TokenError {
    TokenError::Damaged("it ends too early".to_owned())
}
