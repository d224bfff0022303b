//! Which machines may be asked? Those on the public internet, and those that the user allows by name.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};

use super::FetchError;

/// Names of hosts that may be fetched from although their addresses are private.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed(Vec<String>);

impl Allowed {
    /// Allows these hosts, by the names or addresses that stand in their URLs.
    pub fn new(hosts: impl IntoIterator<Item = String>) -> Self {
        Self(hosts.into_iter().map(|host| host.to_ascii_lowercase()).collect())
    }

    /// Resolves a host and gives the address to connect to. All its addresses must be public: a name with a public and a private
    /// address is a trick.
    pub(super) fn resolve(&self, host: &str, port: u16) -> Result<SocketAddr, FetchError> {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let found: Vec<SocketAddr> =
            (bare, port).to_socket_addrs().map_err(|_| FetchError::UnknownHost(host.to_owned()))?.collect();
        let is_named = self.0.iter().any(|name| name == &host.to_ascii_lowercase() || name == bare);
        if let Some(inside) = found.iter().find(|address| !is_named && !is_public(address.ip())) {
            return Err(FetchError::Private { host: host.to_owned(), address: inside.ip() });
        }
        // IPv4 first: a machine without IPv6 gets its addresses all the same.
        let first = found.iter().find(|address| address.is_ipv4()).or_else(|| found.first());
        first.copied().ok_or_else(|| FetchError::UnknownHost(host.to_owned()))
    }
}

/// Whether an address belongs to the public internet.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match embedded(address) {
            Some(inner) => is_public_v4(inner),
            None => is_public_v6(address),
        },
    }
}

/// IANA's registry of special addresses: what is not reachable from everywhere is not asked.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = matches!(
        (a, b, c),
        (0 | 10 | 127, ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
            | (224..=255, ..)
    );
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let first = address.segments();
    // Only 2000::/3 is given out, and of it these are for documents and tunnels.
    let is_given_out = first[0] & 0xE000 == 0x2000;
    let is_special = matches!((first[0], first[1]), (0x2001, 0..=0x01FF | 0x0DB8) | (0x3FFF, 0..=0x0FFF));
    is_given_out && !is_special
}

/// The IPv4 address within an IPv6 address: mapped, translated (NAT64) or tunnelled (6to4).
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let s = address.segments();
    let of = |high: u16, low: u16| Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
    match s {
        [0, 0, 0, 0, 0, 0xFFFF | 0, high, low] => Some(of(high, low)),
        [0x64, 0xFF9B, 0, 0, 0, 0, high, low] => Some(of(high, low)),
        [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_addresses_are_known_in_all_their_forms() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.100.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::10.0.0.1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
            "::127.0.0.1",
            "198.18.0.1",
            "192.0.2.1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::1.1.1.1"] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn a_name_that_leads_inside_is_refused_unless_it_is_allowed() {
        let nobody = Allowed::default();
        for host in ["localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "127.1"] {
            let refused = nobody.resolve(host, 80);
            assert!(
                matches!(refused, Err(FetchError::Private { .. } | FetchError::UnknownHost(_))),
                "{host}: {refused:?}"
            );
        }
        assert!(Allowed::new(["LocalHost".to_owned()]).resolve("localhost", 80).is_ok());
    }
}
