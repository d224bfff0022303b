//! Which authorities does the reader trust? Certificates that a person gave.

use rustls_pki_types::{CertificateDer, pem::PemObject};
use webpki::anchor_from_trusted_cert;

use crate::TokenError;

/// Root certificates. None are built in: there is no list of time-stamp authorities that everyone trusts.
#[derive(Clone, Debug, Default)]
pub struct Roots(pub(crate) Vec<CertificateDer<'static>>);

impl Roots {
    /// Adds the certificates of a file: PEM with one or several, or one in DER.
    ///
    /// # Errors
    /// When there is none.
    pub fn add(&mut self, file: &[u8]) -> Result<(), TokenError> {
        let found: Vec<CertificateDer<'static>> = if file.starts_with(&[0x30]) {
            vec![CertificateDer::from(file.to_vec())]
        } else {
            let read: Result<_, _> = CertificateDer::pem_slice_iter(file).collect();
            read.map_err(|error| TokenError::Root(error.to_string()))?
        };
        for certificate in &found {
            anchor_from_trusted_cert(certificate).map_err(|error| TokenError::Root(error.to_string()))?;
        }
        if found.is_empty() {
            return Err(TokenError::Root("it is neither PEM nor DER".to_owned()));
        }
        self.0.extend(found);
        Ok(())
    }

    /// Whether nobody was named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
