package dev.belay.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Time, dice, the environment and the standard streams come in as arguments; only {@code *.wiring}
 * and {@code *.main} reach for them.
 */
final class OutsideRules {

    private static final Pattern EXEMPT = Pattern.compile(".*\\.(wiring|main)");
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "java\\.time\\.\\w+\\.now|java\\.time\\.Clock\\.(system\\w*|tick\\w+)"
                        + "|java\\.time\\.InstantSource\\.system"
                        + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|out|err|in"
                        + "|console)|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random"
                        + "|java\\.lang\\.Runtime\\.(exit|halt)|java\\.lang\\.System\\.exit"
                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current"
                        + "|java\\.security\\.SecureRandom\\..*");

    private OutsideRules() {}

    static Set<String> onlyWiringReachesOutside(ByteCode code) {
        var broken = new TreeSet<String>();
        for (JavaClass type : code.classes()) {
            if (EXEMPT.matcher(type.getPackageName()).matches()) {
                continue;
            }
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (isOutside(access)) {
                    broken.add(type.getName() + " uses " + name(access) + ": not a wiring or main");
                }
            }
        }
        return broken;
    }

    private static boolean isOutside(JavaAccess<?> access) {
        return OUTSIDE.matcher(name(access)).matches() || isUnseededRandom(access);
    }

    private static boolean isUnseededRandom(JavaAccess<?> access) {
        return access.getTarget().getFullName().equals("java.util.Random.<init>()");
    }

    private static String name(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }
}
