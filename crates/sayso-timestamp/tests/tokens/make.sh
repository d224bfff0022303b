#!/bin/sh
# Makes the tokens of this folder with OpenSSL 3: an invented authority stamps the text below. Run it in this folder; keys are
# thrown away. Times are those of the day on which it ran.
set -eu
work=$(mktemp -d)
here=$(pwd)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'harbour.example/case-7\n3\nAAAA\n' > stamped
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
[any]
commonName = supplied
organizationName = optional
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[sub]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[mailsub]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
extendedKeyUsage = emailProtection
[stamps]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[mail]
basicConstraints = critical,CA:false
extendedKeyUsage = critical,emailProtection
[tsa]
default_tsa = own_tsa
[own_tsa]
serial = tsaserial
default_policy = 1.2.3.4.1
digests = sha256,sha384,sha512
signer_digest = sha256
ess_cert_id_alg = sha256
accuracy = secs:1,millisecs:500
ordering = no
tsa_name = no
C
touch index; echo 01 > serial; echo 01 > tsaserial

ec() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:"$2" -out "$1.key" 2>/dev/null; }
rsa() { openssl genpkey -algorithm "${3:-RSA}" -pkeyopt rsa_keygen_bits:"$2" -out "$1.key" 2>/dev/null; }
root() { # name, common name
  ec "$1" P-256
  openssl req -x509 -new -key "$1.key" -subj "/O=Harbour Stamps/CN=$2" -days 36500 -config ca.cnf -extensions root -out "$1.pem"
}
issue() { # name, common name, extensions, further options; `issuer` names who issues it
  name=$1; common=$2; extensions=$3; shift 3
  openssl req -new -key "$name.key" -subj "/O=Harbour Stamps/CN=$common" -config ca.cnf -out "$name.csr"
  openssl ca -batch -notext -config ca.cnf -cert "$issuer.pem" -keyfile "$issuer.key" -extensions "$extensions" -in "$name.csr" \
    -out "$name.pem" "$@" 2>/dev/null
}
stamp() { # name of the certificate, name of the token, further options
  name=$1; out=$2; shift 2
  openssl ts -reply -config ca.cnf -queryfile query.tsq -signer "$name.pem" -inkey "$name.key" -out "$out" "$@" 2>/dev/null
}

issuer=root
root root "Harbour Root"
root other "Another Root"
ec stamps P-256; issue stamps "Harbour Stamps 1" stamps
ec big P-384; issue big "Harbour Stamps 2" stamps
rsa rsa 2048; issue rsa "Harbour Stamps 3" stamps
ec expired P-256; issue expired "Harbour Stamps 0" stamps -startdate 20200101000000Z -enddate 20210101000000Z
ec mail P-256; issue mail "Harbour Mail" mail
# Keys that are not checked here: too short, for PSS alone, of another curve.
rsa short 1024; issue short "Harbour Stamps 4" stamps
rsa pss 2048 RSA-PSS; issue pss "Harbour Stamps 5" stamps
ec curve P-521; issue curve "Harbour Stamps 6" stamps
# Authorities below another one, which says nothing of purposes, or names another.
ec sub P-256; issue sub "Harbour Sub" sub
ec mailsub P-256; issue mailsub "Harbour Mail Sub" mailsub
issuer=sub; ec below P-256; issue below "Harbour Stamps 7" stamps
issuer=mailsub; ec below_mail P-256; issue below_mail "Harbour Stamps 8" stamps

openssl ts -query -data stamped -sha256 -cert -no_nonce -out query.tsq 2>/dev/null
stamp stamps ecdsa.tsr
stamp stamps bare.tst -token_out
stamp rsa rsa.tsr
stamp expired expired.tsr
stamp below sub.tsr -chain sub.pem
stamp below_mail mailsub.tsr -chain mailsub.pem
stamp short short.tsr
stamp curve curve.tsr
stamp stamps sha1.tsr -sha1
openssl ts -query -data stamped -sha384 -cert -out query.tsq 2>/dev/null
stamp big sha384.tsr
openssl ts -query -data stamped -sha256 -out query.tsq 2>/dev/null
stamp stamps without_certificate.tsr
# The algorithm SHA-1 is none that the authority takes: it refuses.
openssl ts -query -data stamped -sha1 -cert -out query.tsq 2>/dev/null
stamp stamps refused.tsr || true
# OpenSSL stamps with no certificate of another purpose and no PSS key: the content of a token, signed by them as mail is.
openssl cms -verify -inform DER -in bare.tst -noverify -out content 2>/dev/null
for name in mail pss; do
  openssl cms -sign -binary -nodetach -cades -econtent_type 1.2.840.113549.1.9.16.1.4 -in content -signer "$name.pem" \
    -inkey "$name.key" -md sha256 -outform DER -out "$name.tst" 2>/dev/null
done

openssl ts -verify -in ecdsa.tsr -data stamped -CAfile root.pem >/dev/null 2>&1
cp stamped root.pem other.pem ecdsa.tsr bare.tst rsa.tsr expired.tsr sha384.tsr without_certificate.tsr refused.tsr mail.tst \
  sub.tsr mailsub.tsr short.tsr pss.tst curve.tsr sha1.tsr "$here"
