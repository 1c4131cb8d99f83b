package org.switchboard.telephony.trunk;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.switchboard.telephony.input.Text;
import org.switchboard.telephony.number.DialForm;

/**
 * What an admin wants a trunk to be.
 *
 * @param name      1 to 60 characters on one line; unique in the company
 * @param enabled   null means yes
 * @param kind      null means {@link TrunkKind#REGISTER}
 * @param host      a host's name or an address, nothing else
 * @param port      1 to 65535; null means 5061 for TLS, else 5060
 * @param transport null means {@link TrunkTransport#UDP}
 * @param username  letters, digits and {@code . _ + - @}; needed to register, else null or empty for none
 * @param password  printable ASCII; null or empty leaves the stored one
 * @param addresses addresses or networks, at most {@value Addresses#MOST}; null is none
 * @param numberFormat null means {@link DialForm#PLUS}
 * @param callerId  one of the company's numbers; null or empty for none
 * @param callLimit 1 to 10000; null for none
 */
public record TrunkDraft(
        @NotNull(message = "{invalid.trunk.name}") @Size(min = 1, max = 60, message = "{invalid.trunk.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        Boolean enabled,
        TrunkKind kind,
        @NotNull(message = "{invalid.trunk.host}") @Size(max = 253, message = "{invalid.trunk.host}") String host,
        @Min(value = 1, message = "{invalid.trunk.port}") @Max(value = 65_535, message = "{invalid.trunk.port}") Integer port,
        TrunkTransport transport,
        @Pattern(regexp = "[A-Za-z0-9._+@-]{1,100}", message = "{invalid.trunk.username}") String username,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Pattern(regexp = "[\\x20-\\x7e]{0,200}", message = "{invalid.trunk.password}") String password,
        List<String> addresses,
        DialForm numberFormat,
        String callerId,
        @Min(value = 1, message = "{invalid.callLimit}") @Max(value = 10_000, message = "{invalid.callLimit}") Integer callLimit) {

    private static final int SIP = 5060;
    private static final int SIPS = 5061;

    /** Takes blanks off both ends and fills in the defaults. */
    public TrunkDraft {
        name = Text.stripped(name);
        enabled = enabled == null || enabled;
        kind = kind == null ? TrunkKind.REGISTER : kind;
        transport = transport == null ? TrunkTransport.UDP : transport;
        host = host == null ? null : host.strip().toLowerCase(Locale.ROOT);
        port = port != null ? port : transport == TrunkTransport.TLS ? SIPS : SIP;
        username = empty(username);
        password = password == null || password.isEmpty() ? null : password;
        addresses = addresses == null ? List.of()
                : addresses.stream().filter(address -> address != null && !address.isBlank()).map(String::strip).distinct().toList();
        numberFormat = numberFormat == null ? DialForm.PLUS : numberFormat;
        callerId = empty(callerId);
    }

    /** Says everything but the password, which must not reach a log. */
    @Override
    public String toString() {
        return "TrunkDraft[" + name + " " + kind + " " + host + ":" + port + "]";
    }

    TrunkDraft withCallerId(String number) {
        return new TrunkDraft(name, enabled, kind, host, port, transport, username, password, addresses, numberFormat, number, callLimit);
    }

    TrunkDraft withAddresses(List<String> found) {
        return new TrunkDraft(name, enabled, kind, host, port, transport, username, password, found, numberFormat, callerId, callLimit);
    }

    @AssertTrue(message = "{invalid.trunk.host}")
    private boolean isHost() {
        return host == null || Addresses.isHost(host);
    }

    @AssertTrue(message = "{invalid.trunk.addresses}")
    private boolean isAddresses() {
        return addresses.size() <= Addresses.MOST && addresses.stream().allMatch(Addresses::isNetwork);
    }

    @AssertTrue(message = "{invalid.trunk.username.needed}")
    private boolean isUsername() {
        return kind != TrunkKind.REGISTER || username != null;
    }

    private static String empty(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
