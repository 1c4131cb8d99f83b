package org.switchboard.web.number;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.device.Device;
import org.switchboard.telephony.device.DeviceService;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.number.PhoneNumber;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.tenant.TenantService;

/**
 * Tries a number out without a trunk: rings a phone of the company, and whoever takes it goes the way of somebody who called the
 * number from outside.
 */
@Component
public final class TestCalls {

    private static final int RING_SECONDS = 30;
    private static final String ANONYMOUS = "anonymous";

    private final PhoneNumberService numbers;
    private final ExtensionService extensions;
    private final DeviceService devices;
    private final DeviceStates states;
    private final TenantService tenants;
    private final AriClient ari;

    /**
     * Wires the component.
     *
     * @param numbers    the numbers
     * @param extensions whose phones can ring
     * @param devices    the phones
     * @param states     which of them are connected
     * @param tenants    the company's country
     * @param ari        how Asterisk is asked
     */
    public TestCalls(PhoneNumberService numbers, ExtensionService extensions, DeviceService devices, DeviceStates states, TenantService tenants,
                     AriClient ari) {
        this.numbers = numbers;
        this.extensions = extensions;
        this.devices = devices;
        this.states = states;
        this.tenants = tenants;
        this.ari = ari;
    }

    /**
     * Rings the phone. Returns at once.
     *
     * @param number the number to try, in any form
     * @param draft  whose phone, and whom it plays
     * @throws NotFound     when the company has no such number
     * @throws InvalidInput when there is no such extension, none of its phones is connected, or the caller is no number
     */
    public void ring(String number, TestCallDraft draft) {
        PhoneNumber tried = numbers.find(number);
        String caller = caller(draft.caller());
        Device phone = phone(draft.extension());
        try {
            ari.originate(new AriClient.Origination("test-" + UUID.randomUUID(), "PJSIP/" + phone.sipUsername(), "pbx-test", tried.number(),
                    caller.equals(ANONYMOUS) ? "" : caller, RING_SECONDS, Map.of("PBX_DIALLED", tried.number(), "PBX_TEST", caller)));
        } catch (AriException away) {
            throw new InvalidInput("extension", "invalid.testCall.away");
        }
    }

    private String caller(String typed) {
        if (typed == null || typed.isEmpty() || typed.equals(ANONYMOUS)) {
            return ANONYMOUS;
        }
        return NumberForm.e164(typed, tenants.current().country()).orElseThrow(() -> new InvalidInput("caller", "invalid.testCall.caller"));
    }

    private Device phone(String extensionNumber) {
        Extension extension;
        try {
            extension = extensions.find(extensionNumber == null ? "" : extensionNumber);
        } catch (NotFound unknown) {
            throw new InvalidInput("extension", "invalid.testCall.extension");
        }
        return devices.ofExtensions(List.of(extension.id())).stream()
                .filter(device -> states.of(device.sipUsername()).registered())
                .findFirst().orElseThrow(() -> new InvalidInput("extension", "invalid.testCall.noPhone"));
    }
}
