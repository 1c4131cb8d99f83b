package org.switchboard.local.asterisk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.switchboard.local.Layout;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.Shell;

/**
 * The self-signed certificate by which phones reach SIP over TLS until the operator puts a real one in its place
 * (files {@code sip.crt} and {@code sip.key}, PEM). Made by the JDK's keytool, so that nothing has to be installed.
 */
final class SipCertificate {

    private static final int LINE = 64;
    private static final String ALIAS = "sip";

    private SipCertificate() {
    }

    /**
     * Makes certificate and key unless they are there.
     *
     * @param folder where they are kept
     * @param address the address that phones use
     * @param password protects the key store while it exists
     */
    static void ensure(Path folder, String address, String password) throws IOException {
        Path certificate = folder.resolve("sip.crt");
        Path key = folder.resolve("sip.key");
        if (Files.exists(certificate) && Files.exists(key)) {
            return;
        }
        Path store = folder.resolve("sip.p12");
        Files.deleteIfExists(store);
        var made = Shell.run(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650",
                "-dname", "CN=Switchboard", "-ext", "san=dns:localhost,ip:127.0.0.1,ip:" + address,
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass:env", "PBX_STORE_PASSWORD"),
                Map.of("PBX_STORE_PASSWORD", password));
        if (!made.ok()) {
            throw new Refusal("The certificate for SIP over TLS could not be made (" + made.tail()
                    + "): use a full JDK, one with keytool.");
        }
        try (var in = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            Layout.writePrivate(key, pem("PRIVATE KEY", keys.getKey(ALIAS, password.toCharArray()).getEncoded()));
            Layout.writePrivate(certificate, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read " + store, e);
        }
        Files.delete(store);
    }

    /** RFC 7468. */
    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
