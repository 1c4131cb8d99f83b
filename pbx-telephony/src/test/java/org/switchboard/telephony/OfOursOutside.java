package org.switchboard.telephony;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/** Classes of this project that are not in the packages one may depend on. */
final class OfOursOutside extends DescribedPredicate<JavaClass> {

    private final String house;
    private final String[] allowed;

    OfOursOutside(String house, String... allowed) {
        super("of ours outside of " + Arrays.toString(allowed));
        this.house = house;
        this.allowed = allowed;
    }

    @Override
    public boolean test(JavaClass type) {
        return resideInAny(type, house) && !resideInAny(type, allowed);
    }

    private static boolean resideInAny(JavaClass type, String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages).test(type);
    }
}
