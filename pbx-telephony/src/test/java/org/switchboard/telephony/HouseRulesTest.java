package org.switchboard.telephony;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The rules of the house, kept by the build. */
@AnalyzeClasses(packages = "org.switchboard.telephony", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String HOUSE = "org.switchboard.telephony..";
    private static final String ROOT = "org.switchboard.telephony.";

    @ArchTest
    static final ArchRule no_package_cycles = slices().matching("org.switchboard.telephony.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_engine_knows_no_web_pages =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.switchboard.web..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule ari_imports_nothing_of_ours = noClasses().that().resideInAPackage(ROOT + "ari..")
            .should().dependOnClassesThat(new OfOursOutside(HOUSE, ROOT + "ari.."));

    @ArchTest
    static final ArchRule ami_imports_nothing_of_ours = noClasses().that().resideInAPackage(ROOT + "ami..")
            .should().dependOnClassesThat(new OfOursOutside(HOUSE, ROOT + "ami.."));

    @ArchTest
    static final ArchRule call_knows_no_feature = noClasses().that().resideInAPackage(ROOT + "call..")
            .should().dependOnClassesThat(new OfOursOutside(HOUSE, ROOT + "call..", ROOT + "ari.."));

    @ArchTest
    static final ArchRule routing_does_no_io = noClasses().that().resideInAPackage(ROOT + "route..")
            .should().dependOnClassesThat().resideInAnyPackage(ROOT + "ari..", ROOT + "ami..", "java.io..", "java.net..",
                    "java.nio..", "java.sql..", "javax.sql..", "org.springframework..");

    @ArchTest
    static final ArchRule asterisk_java_is_for_ami_alone = noClasses().that().resideOutsideOfPackage(ROOT + "ami..")
            .should().dependOnClassesThat().resideInAPackage("org.asteriskjava..");

    @ArchTest
    static final ArchRule no_static_state = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses().should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule classes_are_final_unless_spring_must_extend_them = classes().that().areTopLevelClasses()
            .and().areNotInterfaces().and().areNotEnums().and().areNotAnnotatedWith("org.springframework.stereotype.Service")
            .and().areNotAnnotatedWith("org.springframework.stereotype.Repository")
            .should().haveModifier(JavaModifier.FINAL);
}
