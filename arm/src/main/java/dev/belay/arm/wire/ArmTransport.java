package dev.belay.arm.wire;

/**
 * The narrow waist: real Azure and the embedded ARM are two implementations of this one method. An
 * answer with any status is a result; only the lack of an answer is an exception.
 */
public interface ArmTransport {

    /**
     * @throws NoAnswerException if no complete answer came: whether the request had an effect is
     *     unknown
     */
    ArmResponse send(ArmRequest request) throws NoAnswerException;
}
