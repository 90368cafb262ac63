package ktap.cli.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Holds the arrows between the rooms: {@code ktap.dsl.ui -> ktap.dsl -> ktap.runtime <- ktap.cli}. */
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("tests")).importPackages("ktap");
    }

    @Test
    void theRuntimeStandsAlone() {
        noClasses().that().resideInAPackage("ktap.runtime..").should().dependOnClassesThat()
                .resideOutsideOfPackages("ktap.runtime..", "java..", "com.sun.jna..").check(classes);
    }

    @Test
    void onlyTheAdapterKnowsJna() {
        noClasses().that().resideInAPackage("ktap.runtime..").and().resideOutsideOfPackage("ktap.runtime.kernel.jna..")
                .should().dependOnClassesThat().resideInAPackage("com.sun.jna..").check(classes);
    }

    @Test
    void theLanguageKnowsNoUserInterfaceAndNoCommandLine() {
        noClasses().that().resideInAPackage("ktap.dsl..").should().dependOnClassesThat()
                .resideInAnyPackage("ktap.cli..", "ktap.dsl.ui..", "org.eclipse.swt..", "org.eclipse.jface..").check(classes);
    }

    @Test
    void compilingKnowsNothingOfTracing() {
        noClasses().that().resideInAPackage("ktap.dsl..").should().dependOnClassesThat()
                .resideInAnyPackage("ktap.runtime.kernel..", "ktap.runtime.session..", "ktap.runtime.bpf..").check(classes);
    }

    @Test
    void bytecodeAndReportsAreTheGround() {
        noClasses().that().resideInAPackage("ktap.runtime.bytecode..").should().dependOnClassesThat()
                .resideInAnyPackage("ktap.runtime.vm..", "ktap.runtime.probe..", "ktap.runtime.bpf..",
                        "ktap.runtime.kernel..", "ktap.runtime.session..", "ktap.runtime.target..").check(classes);
        noClasses().that().resideInAPackage("ktap.runtime.report..").should().dependOnClassesThat()
                .resideInAnyPackage("ktap.runtime.vm..", "ktap.runtime.probe..", "ktap.runtime.bpf..",
                        "ktap.runtime.kernel..", "ktap.runtime.session..", "ktap.runtime.target..").check(classes);
    }

    @Test
    void planningAndLoweringDoNotTouchTheKernel() {
        noClasses().that().resideInAPackage("ktap.runtime.bpf.asm..").should().dependOnClassesThat()
                .resideInAnyPackage("ktap.runtime.kernel..", "ktap.runtime.session..").check(classes);
        noClasses().that().resideInAPackage("ktap.runtime.vm..").should().dependOnClassesThat()
                .resideInAnyPackage("ktap.runtime.kernel..", "ktap.runtime.session..", "ktap.runtime.probe..").check(classes);
    }

    @Test
    void nothingButTheSessionKnowsTheSession() {
        noClasses().that().resideInAPackage("ktap.runtime..").and().resideOutsideOfPackage("ktap.runtime.session..")
                .should().dependOnClassesThat().resideInAPackage("ktap.runtime.session..").check(classes);
    }

    @Test
    void packagesOfTheRuntimeFormNoCycle() {
        slices().matching("ktap.runtime.(*)..").should().beFreeOfCycles().check(classes);
    }
}
