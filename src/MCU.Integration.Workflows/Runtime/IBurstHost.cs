namespace MCU.Integration.Workflows.Runtime;

/// <summary>What surrounds a burst.</summary>
public interface IBurstHost
{
    /// <summary>
    /// A service for this burst; <see langword="null"/> if the host has none of this type. The activities here ask for
    /// <see cref="Composition.IPublishedWorkflows"/>, <see cref="Http.IHttpExchange"/> and <see cref="Http.IHttpSender"/>. Everything
    /// else that a burst wants is data in its <see cref="BurstResult"/>.
    /// </summary>
    T? Get<T>()
        where T : class;

    /// <summary>
    /// Whether <see cref="CommitAsync"/> stores. Otherwise it is never called, and the burst's result holds everything, whatever
    /// commit strategy the definition asks for.
    /// </summary>
    bool CanCommit => false;

    /// <summary>
    /// Stores what the burst did so far, before something leaves the process. The result holds the changes since the last commit.
    /// Serialise the state before returning: the burst goes on with the same object.
    /// </summary>
    ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken);
}
