package org.switchboard.web.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What scripts and people need to use the demo company, as it is written to {@code demo.json}.
 *
 * @param portalUrl          address of the portal
 * @param apiUrl             address that the API's paths follow
 * @param adminEmail         sign-in of the company's admin
 * @param adminPassword      password of the admin
 * @param apiToken           token with the admin's rights in the company
 * @param operatorEmail      sign-in of the operator
 * @param operatorPassword   password of the operator
 * @param operatorToken      token with the operator's rights
 * @param supervisorEmail    sign-in of a supervisor of the company
 * @param supervisorPassword password of the supervisor
 * @param userEmail          sign-in of an ordinary user of the company
 * @param userPassword       password of the user
 * @param number             the number of the company that the world dials, in E.164
 * @param sip                how phones reach Asterisk
 * @param devices            the SIP accounts, one of each extension first
 */
record DemoFile(
        String portalUrl, String apiUrl, String adminEmail, String adminPassword, String apiToken,
        String operatorEmail, String operatorPassword, String operatorToken,
        String supervisorEmail, String supervisorPassword, String userEmail, String userPassword,
        String number, Sip sip, List<Phone> devices) {

    /**
     * How phones reach Asterisk.
     *
     * @param host  server
     * @param port  port for UDP and TCP
     * @param wsUrl address for browsers
     */
    record Sip(String host, int port, String wsUrl) {
    }

    /**
     * One SIP account.
     *
     * @param tenant    short name of the company
     * @param extension number that rings it
     * @param username  SIP user name
     * @param password  SIP password
     */
    record Phone(String tenant, String extension, String username, String password) {
    }

    /**
     * Writes the file whole or not at all, readable by its owner only from the first byte on.
     *
     * @param file where to
     * @param json how
     * @throws IOException when it cannot be written
     */
    void write(Path file, JsonMapper json) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path partly = Files.createTempFile(folder, "demo", ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            json.writerWithDefaultPrettyPrinter().writeValue(partly, this);
            Files.move(partly, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partly);
        }
    }
}
