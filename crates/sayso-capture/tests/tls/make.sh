#!/bin/sh
# Makes the certificates of this folder with OpenSSL 3: for a server on this machine, by an invented authority. The keys are for these
# tests alone and protect nothing. Run it in this folder.
set -eu
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > ca.cnf <<'C'
[ca]
default_ca = own
[own]
dir = .
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
default_days = 36500
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[server]
basicConstraints = critical,CA:false
extendedKeyUsage = serverAuth
C
touch index; echo 01 > serial
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" 2>/dev/null; }
key root
openssl req -x509 -new -key root.key -subj "/CN=Quay Test Root" -days 36500 -config ca.cnf -extensions root -out root.pem
issue() { # name, what it is for, further options
  name=$1; san=$2; shift 2
  key "$name"
  openssl req -new -key "$name.key" -subj "/CN=$name" -addext "subjectAltName=$san" -config ca.cnf -out "$name.csr"
  openssl ca -batch -notext -config ca.cnf -cert root.pem -keyfile root.key -extensions server -in "$name.csr" -out "$name.pem" "$@" 2>/dev/null
  cp "$name.pem" "$name.key" "$here"
}
issue good IP:127.0.0.1
issue expired IP:127.0.0.1 -startdate 20200101000000Z -enddate 20210101000000Z
issue elsewhere DNS:quay.example
cp root.pem "$here"
