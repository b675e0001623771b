namespace MCU.Integration.Pipeline.Intake;

/// <summary>The one way into the hub: parses, keys, validates, routes and stores durably.</summary>
public interface IMessageIntake
{
    /// <summary>Returns when the message is durable, or says why it was not taken.</summary>
    Task<IntakeResult> AcceptAsync(IntakeRequest request, CancellationToken cancellation);

    /// <summary>Several documents of one poll; one result each, in order.</summary>
    Task<IReadOnlyList<IntakeResult>> AcceptManyAsync(IReadOnlyList<IntakeRequest> requests, CancellationToken cancellation);
}
