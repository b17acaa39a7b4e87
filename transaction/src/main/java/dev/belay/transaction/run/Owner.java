package dev.belay.transaction.run;

import static java.util.Objects.requireNonNull;

/**
 * Who runs a transaction, for people.
 *
 * @param user the account on the machine
 * @param host the machine
 * @param process the process, e.g. its number
 */
public record Owner(String user, String host, String process) {

    public Owner {
        requireNonNull(user);
        requireNonNull(host);
        requireNonNull(process);
    }

    @Override
    public String toString() {
        return user + " on " + host + ", process " + process;
    }
}
