package org.switchboard.system;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneSettings;

/** The telephones of one test; each person's voice is a tone of its own pitch. */
final class Phones implements AutoCloseable {

    /** Pitches that are no multiples of each other, and pass G.711. */
    private static final List<Integer> VOICES = List.of(440, 1010, 1730, 620, 2310, 1330);

    private final Path folder;
    private final List<Person> people = new ArrayList<>();

    Phones(Path folder) {
        this.folder = folder;
    }

    /** A person at a registered phone. */
    Person at(String name, Company.Device device) {
        return at(name, device, UnaryOperator.identity());
    }

    /** A person at a registered phone that is set up in a special way. */
    Person at(String name, Company.Device device, UnaryOperator<PhoneSettings> setup) {
        return unregistered(name, device, setup).registers();
    }

    /** A person at a phone that has not registered. */
    Person unregistered(String name, Company.Device device, UnaryOperator<PhoneSettings> setup) {
        var settings = setup.apply(PhoneSettings.plain(name, device.account(), VOICES.get(people.size())));
        var person = new Person(BaresipPhone.start(settings, folder, Clock.systemUTC()));
        people.add(person);
        return person;
    }

    @Override
    public void close() {
        people.forEach(Person::close);
    }
}
