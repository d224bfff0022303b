//! On which addresses may a case be served? On those of this machine alone, unless visitors are known.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use crate::error::WebError;

/// The address to listen on, one of this machine alone; port 0 stands for any free one.
///
/// # Errors
/// When `bind` is no address of this machine, or one that other machines can reach.
pub fn loopback(bind: &str, port: u16) -> Result<SocketAddr, WebError> {
    let address = any(bind, port)?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err(WebError::NotLoopback { given: bind.to_owned() })
    }
}

/// The address to listen on, whoever can reach it; a [`crate::Server`] takes it only where visitors are known.
///
/// # Errors
/// When `bind` is no IP address.
pub fn any(bind: &str, port: u16) -> Result<SocketAddr, WebError> {
    let given = bind.to_owned();
    let ip = match bind.trim_start_matches('[').trim_end_matches(']').parse() {
        Ok(ip) => ip,
        Err(_) if bind == "localhost" => IpAddr::V4(Ipv4Addr::LOCALHOST),
        Err(_) => return Err(WebError::NotAnAddress { given }),
    };
    Ok(SocketAddr::new(ip, port))
}

/// Whether a request that names this host was meant for the server at `address`.
///
/// A foreign page can give its own name the address 127.0.0.1 (DNS rebinding) and then read what a browser gets from here. It
/// cannot give itself one of these names.
pub(crate) fn is_ours(host: &str, address: SocketAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    let own = match address.ip() {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    let names = ["localhost", "127.0.0.1", "[::1]", own.as_str()];
    port == Some(address.port()) && names.iter().any(|n| n.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_this_machine_are_taken() {
        for good in ["127.0.0.1", "::1", "[::1]", "localhost", "127.8.0.1"] {
            assert!(loopback(good, 0).is_ok(), "{good}");
        }
        for open in ["0.0.0.0", "::", "192.168.1.7", "10.0.0.1", "2001:db8::1", "::ffff:127.0.0.1"] {
            assert!(matches!(loopback(open, 0), Err(WebError::NotLoopback { .. })), "{open}");
        }
        for wrong in ["", "example.org", "127.0.0.1:80", "localhost "] {
            assert!(matches!(loopback(wrong, 0), Err(WebError::NotAnAddress { .. })), "{wrong}");
        }
    }

    #[test]
    fn only_own_names_with_the_own_port_are_ours() {
        let address: SocketAddr = "127.0.0.1:7878".parse().unwrap();
        for good in ["localhost:7878", "LOCALHOST:7878", "127.0.0.1:7878", "[::1]:7878"] {
            assert!(is_ours(good, address), "{good}");
        }
        for foreign in [
            "",
            "localhost",
            "localhost:80",
            "evil.example:7878",
            "127.0.0.1.evil.example:7878",
            "[::1]",
            ":7878",
        ] {
            assert!(!is_ours(foreign, address), "{foreign}");
        }
        assert!(is_ours("127.0.0.1", "127.0.0.1:80".parse().unwrap()));
        assert!(is_ours("127.8.0.1:7878", "127.8.0.1:7878".parse().unwrap()));
    }
}
