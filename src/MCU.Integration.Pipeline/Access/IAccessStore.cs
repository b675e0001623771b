using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Pipeline.Access;

public interface IAccessStore
{
    Task<IReadOnlyList<HubUser>> UsersAsync(CancellationToken cancellation);

    Task<HubUser?> FindUserAsync(string name, CancellationToken cancellation);

    Task<HubUser?> FindUserAsync(Guid id, CancellationToken cancellation);

    /// <summary>Inserts or updates by id. False when another user has that name.</summary>
    Task<bool> SaveUserAsync(HubUser user, CancellationToken cancellation, AuditEntry? audit = null);

    Task<IReadOnlyList<ApiKey>> KeysAsync(CancellationToken cancellation);

    Task<ApiKey?> FindKeyAsync(string prefix, CancellationToken cancellation);

    Task SaveKeyAsync(ApiKey key, CancellationToken cancellation, AuditEntry? audit = null);

    /// <summary>Makes the key work in place of any earlier one of the same prefix and creator. False when somebody else's key has that prefix.</summary>
    Task<bool> AdoptKeyAsync(ApiKey key, CancellationToken cancellation);

    Task SaveLinkAsync(OneTimeLink link, CancellationToken cancellation);

    /// <summary>Takes the link away and returns its user; null when unknown or expired. It works once.</summary>
    Task<HubUser?> ConsumeLinkAsync(byte[] tokenHash, DateTimeOffset now, CancellationToken cancellation);
}
