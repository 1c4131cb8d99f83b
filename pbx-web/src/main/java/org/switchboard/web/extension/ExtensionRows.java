package org.switchboard.web.extension;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.device.Device;
import org.switchboard.telephony.device.DeviceService;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.web.live.PhoneState;
import org.switchboard.web.live.PhoneStates;

/** Puts extensions, their devices and what these are doing together. */
@Component
public final class ExtensionRows {

    private final DeviceService devices;
    private final PhoneStates states;

    /**
     * Wires the component.
     *
     * @param devices the devices
     * @param states  what they are doing
     */
    public ExtensionRows(DeviceService devices, PhoneStates states) {
        this.devices = devices;
        this.states = states;
    }

    /**
     * Looks up devices and states, for all extensions at once.
     *
     * @param extensions of the tenant in whose scope this runs
     * @return a row for each, in the same order
     */
    public List<ExtensionRow> of(List<Extension> extensions) {
        Map<UUID, List<Device>> byExtension = devices.ofExtensions(extensions.stream().map(Extension::id).toList()).stream()
                .collect(Collectors.groupingBy(Device::extensionId));
        return extensions.stream().map(extension -> row(extension, byExtension.getOrDefault(extension.id(), List.of()))).toList();
    }

    private ExtensionRow row(Extension extension, List<Device> itsDevices) {
        List<ExtensionRow.Phone> phones = itsDevices.stream().map(device -> new ExtensionRow.Phone(device, states.of(device))).toList();
        PhoneState state = phones.stream().map(ExtensionRow.Phone::state).min(Comparator.naturalOrder()).orElse(null);
        return new ExtensionRow(extension, phones, state);
    }
}
