package dev.belay.template.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Resource ids made of a type and names. The type is the one argument that holds a slash; before it
 * may stand a subscription's id and a resource group's name. Texts: engine.
 */
public final class ResourceIds {

    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private ResourceIds() {}

    /**
     * @param before arguments before the type
     * @param type full resource type, without a slash at its end
     * @param names one for each segment of the type but the namespace
     */
    public record Parts(List<String> before, String type, List<String> names) {

        /** {@code /providers/A.B/c/x/d/y}. */
        public String tail() {
            String[] segments = type.split("/", -1);
            var id = new StringBuilder("/providers/").append(segments[0]);
            for (int at = 1; at < segments.length; at++) {
                id.append('/').append(segments[at]).append('/').append(names.get(at - 1));
            }
            return id.toString();
        }
    }

    /**
     * @param function as the messages name it
     * @param most how many arguments may stand before the type
     */
    public static Parts parts(String function, List<String> arguments, int most) {
        List<Integer> slashed = new ArrayList<>();
        for (int at = 0; at < arguments.size(); at++) {
            if (arguments.get(at).indexOf('/') >= 0) {
                slashed.add(at);
            }
        }
        if (slashed.size() != 1) {
            throw fault(
                    function,
                    "function requires exactly one multi-segmented argument which must be resource"
                        + " type including resource provider namespace. Current function arguments"
                        + " '"
                            + String.join(",", arguments)
                            + "'.");
        }
        int at = slashed.getFirst();
        String written = arguments.get(at);
        if (at > most) {
            throw fault(
                    function,
                    "function requires fully qualified resource type '"
                            + written
                            + "' as one of first "
                            + (most + 1)
                            + " arguments.");
        }
        String type = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        int wanted = (int) type.chars().filter(each -> each == '/').count();
        List<String> names = arguments.subList(at + 1, arguments.size());
        if (names.size() != wanted) {
            throw fault(
                    function,
                    "the type '" + type + "' requires '" + wanted + "' resource name argument(s).");
        }
        String bare = type.startsWith("/") ? type.substring(1) : type;
        return new Parts(arguments.subList(0, at), bare, names);
    }

    /**
     * @throws TemplateFault if the text is no UUID
     */
    public static void checkSubscription(String function, String id) {
        if (!GUID.matcher(id).matches()) {
            throw TemplateFault.of(
                    "The provided value '"
                            + id
                            + "' is not valid subscription identifier."
                            + usage(function));
        }
    }

    /** The function's arguments, all of them texts. */
    public static List<String> texts(Call call) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < call.count(); at++) {
            texts.add(call.string(at));
        }
        return texts;
    }

    /** ARM's wrapping of what is wrong with a call. */
    public static TemplateFault fault(String function, String what) {
        return TemplateFault.of(
                "Unable to evaluate template language function '"
                        + function
                        + "': "
                        + what
                        + usage(function));
    }

    private static String usage(String function) {
        return " Please see https://aka.ms/arm-resource-functions/#"
                + function.toLowerCase(Locale.ROOT)
                + " for usage details.";
    }

    /** {@code /subscriptions/x} and what stands below it; resource groups are no provider's. */
    public static String inSubscription(String subscription, Parts parts) {
        String root = "/subscriptions/" + subscription;
        return parts.type().equalsIgnoreCase("Microsoft.Resources/resourceGroups")
                ? root + "/resourceGroups/" + parts.names().getFirst()
                : root + parts.tail();
    }
}
